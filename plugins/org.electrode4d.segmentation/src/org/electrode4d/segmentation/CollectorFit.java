// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.HeightMap;
import org.electrode4d.volume.statistics.PlaneFit;

/**
 * The plane through the surface of a mask: its last voxel of every column along z where most of it lies in the lower
 * half of the volume, else its first. By total least squares without outliers ({@link PlaneFit}), since masks have
 * specks. One pass over the volume, 16 bytes per column.
 */
final class CollectorFit {

    private static final int EDGE = 64;
    private static final int LEAST_COLUMNS = 3;
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
        final float[] heights = new float[surface.length];
        for (int column = 0; column < heights.length; column++) {
            heights[column] = surface[column] == NONE ? Float.NaN : surface[column] + (isBelow ? 0.5f : -0.5f);
        }
        final PlaneFit fit =
            PlaneFit.of(HeightMap.alike(heights, columnsX, mask.voxelSize()), LEAST_COLUMNS);
        if (fit.points() < LEAST_COLUMNS) {
            throw new SegmentationException("The collector " + mask.name() + " has voxels in " + fit.points()
                + " columns along z, but a plane needs 3. Choose a mask that is not 0 in the collector.");
        }
        if (fit.isLine()) {
            throw new SegmentationException("The columns along z in which the collector " + mask.name()
                + " has voxels lie on a line; no plane goes through a line alone. Choose a mask that is wider.");
        }
        final Point normal = fit.normal().times(isBelow ? 1 : -1);
        return new CollectorPlane(normal, normal.dot(mask.origin().plus(fit.centroid())));
    }
}
