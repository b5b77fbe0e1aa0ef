// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The plane {@code z = a + b x + c y} through the surface of a mask: its last voxel of every column along z where most
 * of it lies in the lower half of the volume, else its first. Columns further than three standard deviations from the
 * plane are left out, {@value #ROUNDS} times, since masks have specks. One pass over the volume, 8 bytes per column.
 */
final class CollectorFit {

    private static final int EDGE = 64;
    private static final int ROUNDS = 3;
    private static final double FARTHEST = 3;
    private static final int NONE = -1;

    private final Volume mask;
    private final int columnsX;
    private final int[] first;
    private final int[] last;
    private final AtomicLong voxels = new AtomicLong();
    private final AtomicLong sumZ = new AtomicLong();

    private CollectorFit(final Volume mask) {
        this.mask = mask;
        final Shape shape = mask.shape();
        columnsX = Math.toIntExact(shape.x());
        first = new int[Math.toIntExact(shape.x() * shape.y())];
        last = new int[first.length];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    static CollectorPlane of(final Volume mask, final Progress progress) {
        final Shape shape = mask.shape();
        if (shape.z() == 1) {
            throw new SegmentationException("The collector " + mask.name() + " is a single slice, in which there is no "
                + "distance along z. Take a volume, or measure without collector.");
        }
        final CollectorFit fit = new CollectorFit(mask);
        final List<Block> columns = Blocks.tile(new Shape(shape.x(), shape.y(), 1), EDGE);
        Blocks.forEach(columns, progress, "Finding the current collector", tile -> {
            for (long z = 0; z < shape.z(); z += EDGE) {
                fit.find(new Block(tile.minX(), tile.minY(), z, tile.sizeX(), tile.sizeY(),
                    (int)Math.min(EDGE, shape.z() - z)));
            }
        });
        return fit.plane();
    }

    private void find(final Block block) {
        final float[] values = new float[block.voxels()];
        mask.read(block, values);
        long count = 0;
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                final int column = (int)(block.minX() + i % block.sizeX()
                    + (block.minY() + i / block.sizeX() % block.sizeY()) * columnsX);
                final int z = (int)block.minZ() + i / (block.sizeX() * block.sizeY());
                first[column] = first[column] == NONE ? z : first[column];
                last[column] = z;
                count++;
                sum += z;
            }
        }
        voxels.addAndGet(count);
        sumZ.addAndGet(sum);
    }

    private CollectorPlane plane() {
        final boolean isBelow = 2 * sumZ.get() <= voxels.get() * (mask.shape().z() - 1);
        final int[] surface = isBelow ? last : first;
        final double face = isBelow ? 0.5 : -0.5;
        double[] plane = null;
        double limit = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            final PlaneSums sums = new PlaneSums();
            double squares = 0;
            for (int column = 0; column < surface.length; column++) {
                if (surface[column] != NONE) {
                    final int x = column % columnsX;
                    final int y = column / columnsX;
                    final double off = plane == null ? 0
                        : surface[column] + face - plane[0] - plane[1] * x - plane[2] * y;
                    if (Math.abs(off) <= limit) {
                        sums.add(x, y, surface[column] + face);
                        squares += off * off;
                    }
                }
            }
            if (sums.count < 3) {
                throw new SegmentationException("The collector " + mask.name() + " has voxels in " + (long)sums.count
                    + " columns along z, but a plane needs 3. Choose a mask that is not 0 in the collector.");
            }
            plane = sums.solve();
            // half a voxel is what rounding to voxels does to a perfect plane
            limit = round == 0 ? limit : Math.max(0.5, FARTHEST * Math.sqrt(squares / sums.count));
        }
        return plane(plane, isBelow ? 1 : -1);
    }

    /** From voxels to µm. */
    private CollectorPlane plane(final double[] voxelPlane, final int sign) {
        final VoxelSize size = mask.voxelSize();
        final Point across = SphericalCell.unit(new Point(-voxelPlane[1] * size.z() / size.x(),
            -voxelPlane[2] * size.z() / size.y(), 1)).times(sign);
        final Point on = mask.origin().plus(new Point(0, 0, voxelPlane[0]).times(size));
        return new CollectorPlane(across, across.dot(on));
    }

    /** Sums of a least squares fit, whole numbers as long as they fit into 53 bits. */
    private static final class PlaneSums {

        private double count;
        private double x;
        private double y;
        private double z;
        private double xx;
        private double xy;
        private double yy;
        private double xz;
        private double yz;

        void add(final double atX, final double atY, final double atZ) {
            count++;
            x += atX;
            y += atY;
            z += atZ;
            xx += atX * atX;
            xy += atX * atY;
            yy += atY * atY;
            xz += atX * atZ;
            yz += atY * atZ;
        }

        /** a, b, c; no slope along an axis along which the columns do not extend. */
        double[] solve() {
            final double cxx = xx - x * x / count;
            final double cxy = xy - x * y / count;
            final double cyy = yy - y * y / count;
            final double cxz = xz - x * z / count;
            final double cyz = yz - y * z / count;
            final double determinant = cxx * cyy - cxy * cxy;
            double b = cxx > 0 && cyy <= 0 ? cxz / cxx : 0;
            double c = cyy > 0 && cxx <= 0 ? cyz / cyy : 0;
            if (determinant > 1e-9 * cxx * cyy) {
                b = (cxz * cyy - cyz * cxy) / determinant;
                c = (cyz * cxx - cxz * cxy) / determinant;
            }
            return new double[] {(z - b * x - c * y) / count, b, c};
        }
    }
}
