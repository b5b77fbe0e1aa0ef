// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.Optional;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.SplineRuns;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The reference as it should look in the deformed state, if the field were the whole truth: voxel x has the reference's
 * grey value at the material point X with {@code X + u(X) = x}. Lazy, FLOAT32; NaN where X lies outside the reference
 * or the field says nothing.
 *
 * <p>X is found to 1e-4 voxels on a lattice of every fourth voxel and interpolated trilinearly in between; with a
 * strain that changes by g per voxel that is exact to 2 g voxels. Blocks take what they need of the reference and no
 * more: their own size, stretched by the field, and the halo of the spline.
 */
public final class DeformedReference {

    private static final int EDGE = 64;
    private final Volume reference;
    private final DeformationField field;
    private final Accuracy accuracy;

    DeformedReference(final Volume reference, final DeformationField field, final Accuracy accuracy) {
        this.reference = reference;
        this.field = field;
        this.accuracy = accuracy;
    }

    /** @param field measured from {@code reference} to the state that is wanted */
    public static Volume of(final Volume reference, final DeformationField field, final Accuracy accuracy) {
        return LazyVolume.of(reference.name() + " deformed", reference.shape(), reference.voxelSize(), EDGE,
            new DeformedReference(reference, field, accuracy)::compute).withOrigin(reference.origin());
    }

    /** @param block inside the volume */
    void compute(final Block block, final float[] destination) {
        final MaterialLattice lattice = MaterialLattice.of(field, block);
        Arrays.fill(destination, Float.NaN);
        final Optional<Block> needed = lattice.bounds()
            .map(b -> b.grow(SplineCoefficients.HALO).clip(reference.shape()))
            .filter(b -> Math.min(b.sizeX(), Math.min(b.sizeY(), b.sizeZ())) > 1);
        if (needed.isPresent()) {
            sample(lattice, block, sampler(needed.get()), destination);
        }
    }

    /** Blocks run in parallel, hence each of them in one thread: one that waited would begin another block. */
    private RowSampler sampler(final Block needed) {
        return Parallelization.<RowSampler>runSingleThreaded(() -> {
            final Patch patch = Patch.load(reference, needed, Optional.empty(), Progress.NONE);
            if (accuracy == Accuracy.FAST) {
                return new TrilinearSampler(patch);
            }
            return new CubicSampler(SplineCoefficients.of(patch, Progress.NONE));
        });
    }

    private static void sample(final MaterialLattice lattice, final Block block, final RowSampler sampler,
        final float[] destination) {
        if (sampler instanceof CubicSampler cubic && !cubic.patch().hasHoles()) {
            sampleRuns(lattice, block, cubic, destination);
            return;
        }
        final Rows rows = new Rows(lattice, sampler);
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                rows.sample(y, z, block, destination, at);
                at += block.sizeX();
            }
        }
    }

    private static void sampleRuns(final MaterialLattice lattice, final Block block, final CubicSampler sampler,
        final float[] destination) {
        final SplineRuns runs = new SplineRuns(sampler, block.sizeX(), destination);
        final double[][] points = new double[3][block.sizeX()];
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                lattice.points(block.minX(), y, z, sampler.patch().block(), points);
                runs.add(points, block.sizeX(), at);
                at += block.sizeX();
            }
        }
        runs.flush();
    }

    /** Within one lattice step the material points lie on a straight row. */
    private static final class Rows {

        private final float[] values = new float[MaterialLattice.STEP];
        private final double[] start = new double[3];
        private final double[] step = new double[3];
        private final double[] last = new double[3];
        private final double[] offset = new double[3];
        private final double[] points;
        private final MaterialLattice lattice;
        private final RowSampler sampler;

        Rows(final MaterialLattice lattice, final RowSampler sampler) {
            this.lattice = lattice;
            this.sampler = sampler;
            points = new double[3 * lattice.pointsAlongX()];
            final Block patch = sampler.patch().block();
            final long[] corner = {patch.minX(), patch.minY(), patch.minZ()};
            final int[] size = {patch.sizeX(), patch.sizeY(), patch.sizeZ()};
            for (int i = 0; i < 3; i++) {
                last[i] = size[i] - 1;
                offset[i] = corner[i];
            }
        }

        /** One row of the block; NaN where the material point lies outside the reference or is not known. */
        void sample(final long y, final long z, final Block block, final float[] destination, final int at) {
            lattice.row(y, z, points);
            final long first = lattice.startX();
            for (int cell = 0; cell < lattice.pointsAlongX() - 1; cell++) {
                final long x = first + (long)cell * MaterialLattice.STEP;
                final int from = (int)Math.max(0, block.minX() - x);
                final int to = (int)Math.min(MaterialLattice.STEP, block.endX() - x);
                aim(cell);
                sample(from, to);
                System.arraycopy(values, from, destination, at + (int)(x + from - block.minX()), to - from);
            }
        }

        /** Sets the row to the straight line of a lattice step. */
        private void aim(final int cell) {
            for (int i = 0; i < 3; i++) {
                final double near = points[3 * cell + i];
                start[i] = near - offset[i];
                step[i] = (points[3 * cell + 3 + i] - near) / MaterialLattice.STEP;
            }
        }

        /** A box is convex: when both ends are inside, so is all between them. */
        private void sample(final int from, final int to) {
            if (isInside(from) && isInside(to - 1)) {
                sampler.sample(start, step, from, to, values);
                return;
            }
            for (int i = from; i < to; i++) {
                if (isInside(i)) {
                    sampler.sample(start, step, i, i + 1, values);
                } else {
                    values[i] = Float.NaN;
                }
            }
        }

        private boolean isInside(final int i) {
            for (int k = 0; k < 3; k++) {
                final double at = start[k] + i * step[k];
                if (!(at >= 0 && at <= last[k])) {
                    return false;
                }
            }
            return true;
        }
    }
}
