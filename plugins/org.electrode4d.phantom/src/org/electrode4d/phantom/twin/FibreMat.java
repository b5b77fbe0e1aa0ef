// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.volume.Point;

/**
 * The separator: straight fibres, nearly parallel to the electrode, that lie about one another at random. Places are
 * given by material x and y and the height above the face of the electrode, µm: the mat keeps to the face.
 */
final class FibreMat {

    private static final double FILLED = 0.42;
    private static final double THINNEST = 0.7;
    private static final double THICKEST = 1.6;
    /** Largest rise per µm along a fibre. */
    private static final double RISE = 0.12;
    private static final double MARGIN = 6;
    private static final int NUMBERS = 7;

    private final double[] fibres;

    /** @param height of the mat, µm */
    FibreMat(final Point extent, final double height, final CounterRandom random) {
        // fibres overlap: what n of them fill is 1 - exp(-n volume)
        final double wanted = -Math.log(1 - FILLED) * (extent.x() + 2 * MARGIN) * (extent.y() + 2 * MARGIN) * height;
        final double length = Math.max(extent.x(), extent.y()) + 2 * MARGIN;
        final double mean = (THINNEST * THINNEST + THINNEST * THICKEST + THICKEST * THICKEST) / 3;
        fibres = new double[NUMBERS * (int)Math.ceil(wanted / (Math.PI * mean * length))];
        for (int at = 0; at < fibres.length; at += NUMBERS) {
            final double angle = random.between(0, Math.PI, at);
            final double rise = random.between(-RISE, RISE, at + 1);
            final double norm = Math.sqrt(1 + rise * rise);
            fibres[at] = random.between(-MARGIN, extent.x() + MARGIN, at + 2);
            fibres[at + 1] = random.between(-MARGIN, extent.y() + MARGIN, at + 3);
            fibres[at + 2] = random.between(0, height, at + 4);
            fibres[at + 3] = Math.cos(angle) / norm;
            fibres[at + 4] = Math.sin(angle) / norm;
            fibres[at + 5] = rise / norm;
            final double radius = random.between(THINNEST, THICKEST, at + 5);
            fibres[at + 6] = radius * radius;
        }
    }

    /** All fibres, for {@link #near}. */
    double[] all() {
        return fibres;
    }

    /** Of some fibres those that may come into a ball, for {@link #isFibre}. */
    static double[] near(final double[] fibres, final Point middle, final double radius) {
        final double[] near = new double[fibres.length];
        int count = 0;
        for (int at = 0; at < fibres.length; at += NUMBERS) {
            final double reach = radius + Math.sqrt(fibres[at + 6]);
            if (squaredDistance(fibres, at, middle.x(), middle.y(), middle.z()) <= reach * reach) {
                System.arraycopy(fibres, at, near, count, NUMBERS);
                count += NUMBERS;
            }
        }
        return Arrays.copyOf(near, count);
    }

    static boolean isFibre(final double[] fibres, final double x, final double y, final double height) {
        for (int at = 0; at < fibres.length; at += NUMBERS) {
            if (squaredDistance(fibres, at, x, y, height) <= fibres[at + 6]) {
                return true;
            }
        }
        return false;
    }

    private static double squaredDistance(final double[] fibres, final int at, final double x, final double y,
        final double height) {
        final double dx = x - fibres[at];
        final double dy = y - fibres[at + 1];
        final double dz = height - fibres[at + 2];
        final double along = dx * fibres[at + 3] + dy * fibres[at + 4] + dz * fibres[at + 5];
        return dx * dx + dy * dy + dz * dz - along * along;
    }
}
