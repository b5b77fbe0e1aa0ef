// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Locale;
import org.electrode4d.volume.Point;

/**
 * Where the layers are at the first scan, and how they vary along the electrode, in µm from the corner of the view.
 *
 * @param extent of the view: voxels times their size, x, y and z
 * @param middle of the view
 * @param face z of the collector's face
 * @param thickness how the thickness of the electrode varies
 * @param gradient how the difference of strain between separator and collector varies
 */
record Layers(Point extent, Point middle, double face, LateralField thickness, LateralField gradient) {

    /** What the strain difference varies by, in standard deviations. */
    static final double UNEVENNESS = 0.3;

    private static final double THICKEST_FOIL = 10;
    private static final double FOIL_SHARE = 0.5;
    private static final double LEAST_ROOM = 2;
    /** µm: so that the numbers of all particles have 16 bit. */
    private static final double WIDEST = 400;
    private static final long THICKNESS = 0x746869636bL;
    private static final long GRADIENT = 0x67726164L;

    static Layers of(final TwinSettings settings) {
        final double voxel = settings.voxelSize();
        final Point extent = new Point(settings.shape().x(), settings.shape().y(), settings.shape().z()).times(voxel);
        final LateralField thickness = LateralField.of(settings.seed() ^ THICKNESS, null, extent.x(), extent.y());
        // between two planes of voxels, so that columns of whole voxels have the right thickness
        final double foil = voxel * Math.rint(Math.min(THICKEST_FOIL, FOIL_SHARE * room(settings)) / voxel);
        return new Layers(extent, extent.times(0.5), foil, thickness,
            LateralField.of(settings.seed() ^ GRADIENT, thickness, extent.x(), extent.y()));
    }

    /** What the thickest electrode leaves of the view for collector and separator, µm. */
    private static double room(final TwinSettings settings) {
        double thickest = 0;
        for (final TwinState state : settings.states()) {
            thickest = Math.max(thickest, state.thickness() + LateralField.LARGEST * state.thicknessDeviation());
        }
        return settings.shape().z() * settings.voxelSize() - thickest;
    }

    static void requireRoom(final TwinSettings settings) {
        final double width = settings.shape().x() * settings.voxelSize();
        final double height = settings.shape().y() * settings.voxelSize();
        if (Math.max(width, height) > WIDEST) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "The view is %.1f x %.1f µm wide, but particles are placed in %.0f µm at most. Take fewer or smaller "
                + "voxels along x and y.", width, height, WIDEST));
        }
        final double room = room(settings);
        if (room < LEAST_ROOM) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "The view is %.1f µm high, but the thickest state of the electrode needs %.1f µm with collector and "
                + "separator. Take more or larger voxels along z.", settings.shape().z() * settings.voxelSize(),
                settings.shape().z() * settings.voxelSize() - room + LEAST_ROOM));
        }
    }
}
