// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * One particle to correlate. Its window is the box of its label, grown by the margin; within it only voxels of the
 * particle and of its margin count.
 *
 * @param index of the particle
 * @param box the window and one voxel around it, for gradients; clipped to the volume
 * @param window what may take part in sums
 * @param search where the particle may be in the deformed volume, with the halo of the spline
 * @param start about the particle's centre of mass
 */
record ParticleTask(int index, LabelExtent particle, Block box, Block window, Block search, Transformation start) {

    private static final double LEAST_RANGE = 10;
    /** Labels, squares of distances, their like in the native type, grey values, mask; gradient; the window's own. */
    private static final int BYTES_PER_VOXEL = 17 + 12 + 20;

    static ParticleTask of(final int index, final LabelExtent particle, final int margin, final Transformation start,
        final Shape shape) {
        final Block box = particle.box().grow(margin + 1).clip(shape);
        final Block window = particle.box().grow(margin).intersect(Block.of(shape).grow(-1));
        if (!start.isFinite() || window.isEmpty()) {
            return new ParticleTask(index, particle, box, window, new Block(0, 0, 0, 0, 0, 0), start);
        }
        final WindowFrame frame = frame(particle, window, 0);
        final Block search = frame.mapped(start, particle.centre(), frame.searchRange() + 1)
            .grow(SplineCoefficients.HALO).clip(shape);
        return new ParticleTask(index, particle, box, window, search, start);
    }

    private static WindowFrame frame(final LabelExtent particle, final Block window, final double voxels) {
        final Point centre = wholeCentre(particle);
        final Point low = new Point(window.minX(), window.minY(), window.minZ()).minus(centre);
        final Point high = new Point(window.endX() - 1.0, window.endY() - 1.0, window.endZ() - 1.0).minus(centre);
        final int longest = Math.max(window.sizeX(), Math.max(window.sizeY(), window.sizeZ()));
        return new WindowFrame(low, high, voxels, Math.max(LEAST_RANGE, longest / 4.0));
    }

    /** The voxel next to the centre of mass: windows are described about whole voxels. */
    private static Point wholeCentre(final LabelExtent particle) {
        final Point c = particle.centre();
        return new Point(Math.rint(c.x()), Math.rint(c.y()), Math.rint(c.z()));
    }

    /** Whether there is nothing to compare. */
    boolean isEmpty() {
        return window.isEmpty() || Math.min(search.sizeX(), Math.min(search.sizeY(), search.sizeZ())) < 2;
    }

    /** Bytes for the particle alone; {@code arrays} of the size of the search box. */
    double bytes(final int arrays) {
        return BYTES_PER_VOXEL * voxels(box) + (double)Float.BYTES * arrays * voxels(search);
    }

    static double voxels(final Block block) {
        return (double)block.sizeX() * block.sizeY() * block.sizeZ();
    }

    /** @param samplers of a patch that holds {@link #search} */
    NodeResult run(final Volume reference, final LabelVolume labels, final DiscreteSettings settings,
        final List<RowSampler> samplers, final Progress progress) {
        final ParticleMask mask = ParticleMask.of(labels, particle.label(), box, settings.margin() + 1, progress);
        final long countable = mask.withNeighbours(window);
        if (countable == 0) {
            return NodeResult.of(start, NodeStatus.REFUSED);
        }
        final float[] values = new float[box.voxels()];
        reference.read(box, values);
        mask.apply(values);
        final Point centre = wholeCentre(particle);
        final NodeTask task = new NodeTask(index, centre, frame(particle, window, countable), window, search,
            start.recentred(particle.centre(), centre));
        final NodeResult result = task.run(Patch.of(box, values), samplers, settings.convergence(), progress);
        return result.with(result.transformation().recentred(centre, particle.centre()));
    }
}
