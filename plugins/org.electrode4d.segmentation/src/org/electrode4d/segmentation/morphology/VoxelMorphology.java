// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Rank;
import org.electrode4d.volume.filter.RankFilter;
import org.electrode4d.volume.morphology.Relabelling;

/**
 * Erosion, dilation, opening and closing by a cube or a cross of voxels, on demand. Masks take both; grey volumes take
 * cubes, where erosion is the smallest and dilation the largest value of the cube ({@link RankFilter}, whose type and
 * treatment of what is not a number they have). Beyond the border of the volume nothing is known.
 *
 * <p>Halo r per step. A cube costs about {@code 3 log2(2 r + 1)} comparisons per voxel and step, a cross 6 r.
 */
public final class VoxelMorphology {

    private static final int EDGE = 64;
    private static final int MOST = 50;

    private final VoxelElement element;
    private final int radius;

    private VoxelMorphology(final VoxelElement element, final int radius) {
        this.element = element;
        this.radius = radius;
    }

    /**
     * A structuring element.
     *
     * @param radius r in voxels, 1 to 50
     * @throws SegmentationException for any other
     */
    public static VoxelMorphology of(final VoxelElement element, final int radius) {
        if (radius < 1 || radius > MOST) {
            throw new SegmentationException("The radius of a structuring element is " + radius
                + " voxels, but must lie between 1 and " + MOST + ".");
        }
        return new VoxelMorphology(element, radius);
    }

    /**
     * @param mask of an integer type, 0 = outside
     * @return UINT8, 1 inside, computed on demand
     * @throws SegmentationException for a mask of FLOAT32
     */
    public Volume apply(final MorphologicalOperation operation, final Volume mask) {
        Masks.requireIntegers(mask, "the mask");
        final Volume inside = lazy(mask, block -> inside(mask, block));
        if (element == VoxelElement.CUBE) {
            return cube(operation, inside);
        }
        final boolean erosion = operation.beginsWithErosion();
        final Volume first = cross(inside, erosion);
        return operation.hasTwoSteps() ? cross(first, !erosion) : first;
    }

    /**
     * The same of a grey volume, by a cube: an opening removes bright spots, a closing dark ones.
     *
     * @throws SegmentationException for a cross
     */
    public Volume applyToGrey(final MorphologicalOperation operation, final Volume grey) {
        if (element != VoxelElement.CUBE) {
            throw new SegmentationException("Grey volumes can be opened and closed by cubes only.");
        }
        return cube(operation, grey);
    }

    private Volume cube(final MorphologicalOperation operation, final Volume volume) {
        final boolean erosion = operation.beginsWithErosion();
        final Volume first = RankFilter.of(volume, erosion ? Rank.MIN : Rank.MAX, radius);
        return operation.hasTwoSteps() ? RankFilter.of(first, erosion ? Rank.MAX : Rank.MIN, radius) : first;
    }

    private static Volume lazy(final Volume like, final ChunkLoader loader) {
        return LazyVolume.load(like.name(), new Layout(like.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE),
            like.voxelSize(), loader).withOrigin(like.origin()).withMetadata(Relabelling.unnamed(like).metadata());
    }

    private static byte[] inside(final Volume mask, final Block block) {
        final float[] values = new float[block.voxels()];
        mask.read(block, values);
        final byte[] inside = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            inside[i] = (byte)(values[i] == 0 ? 0 : 1);
        }
        return inside;
    }

    private Volume cross(final Volume mask, final boolean erosion) {
        return lazy(mask, block -> {
            final Block halo = block.grow(radius).clip(mask.shape());
            byte[] values = new byte[halo.voxels()];
            mask.readNative(halo, values);
            for (int step = 0; step < radius; step++) {
                values = step(values, halo, (byte)(erosion ? 0 : 1));
            }
            return cut(values, halo, block);
        });
    }

    /** Gives a value to all voxels with a neighbour that has it. */
    private static byte[] step(final byte[] values, final Block box, final byte spreading) {
        final byte[] next = values.clone();
        final int row = box.sizeX();
        final int plane = row * box.sizeY();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == spreading) {
                final int x = i % row;
                final int y = i / row % box.sizeY();
                final int z = i / plane;
                set(next, i - 1, x > 0, spreading);
                set(next, i + 1, x < row - 1, spreading);
                set(next, i - row, y > 0, spreading);
                set(next, i + row, y < box.sizeY() - 1, spreading);
                set(next, i - plane, z > 0, spreading);
                set(next, i + plane, z < box.sizeZ() - 1, spreading);
            }
        }
        return next;
    }

    private static void set(final byte[] values, final int at, final boolean exists, final byte value) {
        if (exists) {
            values[at] = value;
        }
    }

    private static byte[] cut(final byte[] values, final Block box, final Block block) {
        final byte[] cut = new byte[block.voxels()];
        int to = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                final long from = ((z - box.minZ()) * box.sizeY() + y - box.minY()) * box.sizeX()
                    + block.minX() - box.minX();
                System.arraycopy(values, (int)from, cut, to, block.sizeX());
                to += block.sizeX();
            }
        }
        return cut;
    }
}
