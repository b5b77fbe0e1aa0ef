// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.segmentation.Connectivity;

/** Which runs of neighbouring rows touch, for a connectivity; joins their labels. */
final class RunAdjacency {

    private static final int NONE = -1;

    private final int[] reach = new int[3];

    RunAdjacency(final Connectivity connectivity) {
        for (int steps = 1; steps <= 2; steps++) {
            reach[steps] = !connectivity.connects(0, steps - 1, 1) ? NONE
                : connectivity.connects(1, steps - 1, 1) ? 1 : 0;
        }
    }

    /** Labels the runs of a plane by those of the rows before, with new labels where none touches. */
    void label(final PlaneRuns plane, final PlaneRuns below, final EquivalentLabels labels) {
        for (int y = 0; y < plane.rows(); y++) {
            for (int run = plane.first(y); run < plane.first(y + 1); run++) {
                plane.label(run, 0);
            }
            if (y > 0) {
                touch(plane, y, plane, y - 1, reach[1], labels);
            }
            if (below != null) {
                touchBelow(plane, y, below, labels);
            }
            for (int run = plane.first(y); run < plane.first(y + 1); run++) {
                if (plane.label(run) == 0) {
                    plane.label(run, labels.add());
                }
                labels.grow(plane.label(run), plane.end(run) - plane.start(run));
            }
        }
    }

    /** Joins the labels of two neighbouring planes. */
    void join(final PlaneRuns plane, final PlaneRuns below, final EquivalentLabels labels) {
        for (int y = 0; y < plane.rows(); y++) {
            touchBelow(plane, y, below, labels);
        }
    }

    private void touchBelow(final PlaneRuns plane, final int y, final PlaneRuns below,
        final EquivalentLabels labels) {
        touch(plane, y, below, y, reach[1], labels);
        if (reach[2] != NONE && y > 0) {
            touch(plane, y, below, y - 1, reach[2], labels);
        }
        if (reach[2] != NONE && y + 1 < plane.rows()) {
            touch(plane, y, below, y + 1, reach[2], labels);
        }
    }

    /** Joins each run of a row with those of another row that it touches, when shifted by at most {@code shift}. */
    private static void touch(final PlaneRuns plane, final int y, final PlaneRuns other, final int otherY,
        final int shift, final EquivalentLabels labels) {
        int candidate = other.first(otherY);
        final int end = other.first(otherY + 1);
        for (int run = plane.first(y); run < plane.first(y + 1); run++) {
            while (candidate < end && other.end(candidate) + shift <= plane.start(run)) {
                candidate++;
            }
            for (int i = candidate; i < end && other.start(i) < plane.end(run) + shift; i++) {
                if (other.value(i) == plane.value(run)) {
                    final int label = other.label(i);
                    plane.label(run, plane.label(run) == 0 ? label : labels.join(plane.label(run), label));
                }
            }
        }
    }
}
