// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.volume.LazyVolume.Layout;

/**
 * The labels inside a mask, such as the part of every particle that is not lithiated. Labels that come from elsewhere,
 * as those that a deformation field carried along, end within half a voxel or so of where the mask ends: voxels of the
 * mask beyond them take the nearest label, or all volumes would come out too small.
 */
public final class MaskedLabels {

    private static final int EDGE = 64;

    private final LabelVolume labels;
    private final Volume mask;
    private final int reach;
    private final List<int[]> offsets;

    private MaskedLabels(final LabelVolume labels, final Volume mask, final int reach) {
        this.labels = labels;
        this.mask = mask;
        this.reach = reach;
        offsets = offsets(reach);
    }

    /**
     * Computed on demand, with the type and the facts of the labels: 0 where the mask is 0 or NaN.
     *
     * @param reach voxels, 0 to 8; a voxel of the mask without a label takes the nearest one that is no farther, and of
     *     several as near the one at the smallest z, then y, then x
     * @throws VolumeException if the volumes differ in shape or voxel size
     */
    public static LabelVolume of(final LabelVolume labels, final Volume mask, final int reach) {
        final Volume volume = labels.volume();
        Masks.requireAlike(volume, mask);
        final MaskedLabels masked = new MaskedLabels(labels, mask, reach);
        final Layout layout = new Layout(volume.shape(), volume.type(), EDGE, EDGE, EDGE);
        return new LabelVolume(LazyVolume.load(volume.name() + " in " + mask.name(), layout, volume.voxelSize(),
            block -> labels.toNative(masked.compute(block))).withOrigin(volume.origin())
            .withMetadata(volume.metadata()), labels.names());
    }

    /** All steps of a ball, the shortest first. */
    private static List<int[]> offsets(final int reach) {
        if (reach < 0 || reach > 8) {
            throw new IllegalArgumentException("Labels may reach 0 to 8 voxels beyond their border, not " + reach
                + ".");
        }
        final List<int[]> offsets = new ArrayList<>();
        IntStream.rangeClosed(-reach, reach).forEach(z -> IntStream.rangeClosed(-reach, reach)
            .forEach(y -> IntStream.rangeClosed(-reach, reach).forEach(x -> offsets.add(new int[] {x, y, z}))));
        offsets.removeIf(offset -> squared(offset) > reach * reach);
        offsets.sort(Comparator.comparingInt(MaskedLabels::squared));
        return offsets;
    }

    private static int squared(final int[] offset) {
        return offset[0] * offset[0] + offset[1] * offset[1] + offset[2] * offset[2];
    }

    private int[] compute(final Block block) {
        final float[] inside = new float[block.voxels()];
        mask.read(block, inside);
        final Block around = block.grow(reach).clip(labels.volume().shape());
        final int[] all = new int[around.voxels()];
        labels.read(around, all);
        final int[] values = new int[inside.length];
        int i = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    values[i] = Math.abs(inside[i]) > 0 ? nearest(all, around, x, y, z) : 0;
                    i++;
                }
            }
        }
        return values;
    }

    /** The own label comes first, at no distance. */
    private int nearest(final int[] all, final Block around, final long x, final long y, final long z) {
        for (int i = 0; i < offsets.size(); i++) {
            final int[] offset = offsets.get(i);
            final long ox = x + offset[0] - around.minX();
            final long oy = y + offset[1] - around.minY();
            final long oz = z + offset[2] - around.minZ();
            if (ox >= 0 && oy >= 0 && oz >= 0 && ox < around.sizeX() && oy < around.sizeY() && oz < around.sizeZ()) {
                final int label = all[(int)((oz * around.sizeY() + oy) * around.sizeX() + ox)];
                if (label != 0) {
                    return label;
                }
            }
        }
        return 0;
    }
}
