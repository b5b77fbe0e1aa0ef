// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.filter.Gaussian;

/**
 * The surface where a volume crosses a level, as triangles: marching cubes with the rule of {@link CellCases}. Values
 * at or above the level are inside, and triangles are counter-clockwise seen from outside. Vertices are on the lines
 * between neighbouring voxel centres, interpolated linearly; voxels may be anisotropic.
 *
 * <p>The border of the volume is no surface: surfaces are open where the outermost voxel centres cut them, and closed
 * everywhere else. A voxel that is not finite is taken as unknown: cells that touch it have no surface, which is open
 * there, too. An image (z = 1) is taken as constant along z: its surface is a strip along the contour, as high as a
 * voxel, and area is length times height.
 *
 * <p>The error of a smooth field falls with the square of the voxel. On a mask with the level 0.5 all vertices are
 * halfway between voxels: such a surface of stairs is some 8 % too large however fine the voxels. On the mask as
 * {@link #smoothed} makes it the error is -0.2 % (ball of radius 20).
 */
public final class MarchingCubes {

    /** Between the 0 and 1 of a mask. */
    public static final double MASK_LEVEL = 0.5;

    /** The usual width of the Gaussian for masks, in voxels. */
    public static final double MASK_SIGMA = 1;

    private static final int EDGE = 64;
    private static final int SLAB = 16;
    /** Of the heap, what triangles may take: they are copied once when slabs are joined. */
    private static final double HEAP_SHARE = 0.2;

    private MarchingCubes() {
    }

    /**
     * A mask to take the surface of at {@link #MASK_LEVEL}: smoothed with a Gaussian, which rounds the stairs of
     * voxels. Plates thinner than some 1.4 sigma vanish, and so do balls of less than some 3 sigma across; corners and
     * edges are rounded off (a cube of 40 voxels loses 4 % of its area with sigma 1).
     *
     * @param mask of zeros and ones
     * @param sigma in voxels; 0 leaves the mask as it is
     * @return FLOAT32, computed on demand
     */
    public static Volume smoothed(final Volume mask, final double sigma) {
        return sigma == 0 ? mask : Gaussian.of(mask, sigma);
    }

    /**
     * The area of the surface in µm², block by block: memory does not grow with the volume. The same as of
     * {@link #of}, but for rounding.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static double area(final Volume field, final double level, final Progress progress) {
        return area(field, level, EDGE, progress);
    }

    /** Results do not depend on the edge, which tests vary. */
    static double area(final Volume field, final double level, final int edge, final Progress progress) {
        requireLevel(level);
        if (!hasCells(field.shape())) {
            return 0;
        }
        final Shape cells = cells(field.shape());
        final AtomicLongArray sums = new AtomicLongArray(Math.toIntExact(cells.z()));
        Blocks.forEach(Blocks.tile(cells, edge), progress, "Measuring the surface", block -> {
            final AreaBlock part = new AreaBlock(field, level, block);
            for (int z = 0; z < block.sizeZ(); z++) {
                sums.addAndGet((int)block.minZ() + z, part.area(z));
            }
        });
        double area = 0;
        for (int z = 0; z < sums.length(); z++) {
            area += sums.get(z);
        }
        return area * AreaBlock.unit(field.voxelSize());
    }

    /**
     * The surface, in µm. Its vertices and triangles are the same, in the same order, whatever the number of threads.
     * Memory: 18 bytes per triangle, some 45 while it is made, and 36 per voxel of a plane and thread. A dense network
     * of pores of 512 x 512 x 512 voxels has some 44 million triangles.
     *
     * @throws VolumeException if the surface does not fit into memory
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static TriangleSurface of(final Volume field, final double level, final Progress progress) {
        return of(field, level, SLAB, (long)(HEAP_SHARE * Runtime.getRuntime().maxMemory()), progress);
    }

    /**
     * Results do not depend on the slab, which tests vary.
     *
     * @param allowance bytes that vertices and triangles may take
     */
    static TriangleSurface of(final Volume field, final double level, final int slab, final long allowance,
        final Progress progress) {
        requireLevel(level);
        if (!hasCells(field.shape())) {
            return new TriangleSurface(field.origin(), new float[0], new int[0]);
        }
        final Shape cells = cells(field.shape());
        final SurfaceAllowance left = new SurfaceAllowance(field.name(), cells.z(), allowance);
        final List<Block> slabs = Blocks.tile(cells, Math.toIntExact(cells.x()), Math.toIntExact(cells.y()), slab);
        final List<SurfacePart> parts = Blocks.map(slabs, progress, "Making the surface", block -> {
            final SurfacePart part = new SurfaceSlab(field, level, block).march(progress);
            left.take(part, block.sizeZ());
            return part;
        });
        return SurfacePart.join(parts, field.origin());
    }

    private static void requireLevel(final double level) {
        if (!Double.isFinite(level)) {
            throw new VolumeException("The level of a surface must be a number, not " + level + ".");
        }
    }

    private static boolean hasCells(final Shape shape) {
        return shape.x() > 1 && shape.y() > 1;
    }

    private static Shape cells(final Shape shape) {
        return new Shape(shape.x() - 1, shape.y() - 1, Math.max(1, shape.z() - 1));
    }
}
