// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

/** Which runs of neighbouring rows touch, for a connectivity; joins their labels. */
public final class RunAdjacency {

    private static final int NONE = -1;

    private final int inPlane;
    private final int below;
    private final int belowAcross;

    public RunAdjacency(final Connectivity connectivity) {
        this(reach(connectivity, 0), reach(connectivity, 0), reach(connectivity, 1));
    }

    private RunAdjacency(final int inPlane, final int below, final int belowAcross) {
        this.inPlane = inPlane;
        this.below = below;
        this.belowAcross = belowAcross;
    }

    /** The same within each plane, but planes do not touch each other. */
    public RunAdjacency withinPlanes() {
        return new RunAdjacency(inPlane, NONE, NONE);
    }

    /** By how much runs may miss each other along x and still touch, for rows so many steps apart along y and one z. */
    private static int reach(final Connectivity connectivity, final int steps) {
        if (!connectivity.connects(0, steps, 1)) {
            return NONE;
        }
        return connectivity.connects(1, steps, 1) ? 1 : 0;
    }

    boolean connectsPlanes() {
        return below != NONE;
    }

    /** Labels the runs of a plane by those of the rows before, with new labels where none touches. */
    void label(final PlaneRuns plane, final PlaneRuns before, final EquivalentLabels labels) {
        for (int y = 0; y < plane.rows(); y++) {
            for (int run = plane.first(y); run < plane.first(y + 1); run++) {
                plane.label(run, 0);
            }
            if (y > 0) {
                touch(plane, y, plane, y - 1, inPlane, labels);
            }
            if (before != null && below != NONE) {
                touchBelow(plane, y, before, labels);
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
    void join(final PlaneRuns plane, final PlaneRuns before, final EquivalentLabels labels) {
        for (int y = 0; y < plane.rows(); y++) {
            touchBelow(plane, y, before, labels);
        }
    }

    private void touchBelow(final PlaneRuns plane, final int y, final PlaneRuns before,
        final EquivalentLabels labels) {
        touch(plane, y, before, y, below, labels);
        if (belowAcross != NONE && y > 0) {
            touch(plane, y, before, y - 1, belowAcross, labels);
        }
        if (belowAcross != NONE && y + 1 < plane.rows()) {
            touch(plane, y, before, y + 1, belowAcross, labels);
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
