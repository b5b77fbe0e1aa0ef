// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * One window to correlate, in the voxels of its level.
 *
 * @param centre the whole voxel in the middle of the window
 * @param frame of the window, complete
 * @param window the voxels of the window of which the gradient is known
 * @param search where the deformed window may be, clipped to the volume, with the halo of the spline
 * @param start about {@code centre}
 */
record NodeTask(int node, Point centre, WindowFrame frame, Block window, Block search, Transformation start) {

    private static final double LEAST_RANGE = 10;

    /** @param position of the node, in the voxels of the level; the window is centred on the nearest voxel */
    static NodeTask of(final int node, final Point position, final Transformation about, final int halfWindow,
        final Shape shape) {
        final Point centre = new Point(Math.rint(position.x()), Math.rint(position.y()), Math.rint(position.z()));
        final Transformation start = about.recentred(position, centre);
        final double edge = 2.0 * halfWindow + 1;
        final Point corner = new Point(halfWindow, halfWindow, halfWindow);
        final WindowFrame frame = new WindowFrame(corner.times(-1), corner, edge * edge * edge,
            Math.max(LEAST_RANGE, halfWindow / 2.0));
        final Block whole = Block.around((long)centre.x(), (long)centre.y(), (long)centre.z(), halfWindow);
        final Block window = whole.intersect(Block.of(shape).grow(-1));
        final Block search = start.isFinite()
            ? frame.mapped(start, centre, frame.searchRange() + 1).grow(SplineCoefficients.HALO).clip(shape)
            : new Block(0, 0, 0, 0, 0, 0);
        return new NodeTask(node, centre, frame, window, search, start);
    }

    /** Whether there is anything to compare. */
    boolean isEmpty() {
        return window.isEmpty() || Math.min(search.sizeX(), Math.min(search.sizeY(), search.sizeZ())) < 2;
    }

    /** @param samplers trilinear, and cubic if the settings ask for it; of a patch that holds {@link #search} */
    NodeResult run(final Patch reference, final List<RowSampler> samplers, final ConvergenceSettings settings,
        final Progress progress) {
        final WindowSource source = new WindowSource(reference, window, centre, samplers);
        return new GaussNewton(source, frame, settings).run(start, progress);
    }
}
