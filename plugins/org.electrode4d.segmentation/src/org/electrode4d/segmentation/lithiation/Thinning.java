// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Arrays;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Thins an object in a box of voxels to its skeleton, one voxel wide curves with the same topology: as many
 * 26-connected parts, tunnels and cavities. After Lee, Kashyap and Chu, CVGIP: Graphical Models and Image Processing
 * 56, 462 (1994): from the six directions in turn, voxels that are open to that side, do not end a curve and are simple
 * are collected, and then removed one after the other, each only if it still is simple.
 *
 * <p>Unlike there, voxels are tested for being simple by {@link Neighbourhood} instead of by Euler tables and octants,
 * which decide the same; and the end of a curve is looked for again before a voxel is removed, so that curves two
 * voxels wide do not become shorter. A closed surface around a cavity stays a surface, since a cavity must not
 * vanish. Costs
 * some ten steps per voxel of the object and voxel of its radius; memory is 4 bytes per voxel of the object and 1 per
 * voxel of the box.
 */
final class Thinning {

    private static final int CHECKED = 1 << 16;

    private final Shape shape;
    private final int rowLength;
    private final int planeSize;
    private final byte[] padded;
    private final int[] offsets = new int[Neighbourhood.COUNT];
    private int[] object;
    private int size;

    private Thinning(final byte[] mask, final Shape shape) {
        this.shape = shape;
        rowLength = (int)shape.x() + 2;
        planeSize = rowLength * ((int)shape.y() + 2);
        padded = new byte[Math.multiplyExact(planeSize, (int)shape.z() + 2)];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = Neighbourhood.step(i, 0) + Neighbourhood.step(i, 1) * rowLength
                + Neighbourhood.step(i, 2) * planeSize;
        }
        pad(mask);
    }

    /** A border of one voxel of background, so that every voxel has all neighbours. */
    private void pad(final byte[] mask) {
        object = new int[1024];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                object = size == object.length ? Arrays.copyOf(object, 2 * size) : object;
                object[size] = place(i);
                padded[object[size++]] = 1;
            }
        }
    }

    private int place(final int index) {
        final int x = index % (int)shape.x();
        final int y = index / (int)shape.x() % (int)shape.y();
        final int z = index / (int)(shape.x() * shape.y());
        return x + 1 + (y + 1) * rowLength + (z + 1) * planeSize;
    }

    /**
     * The skeleton.
     *
     * @param mask x fastest; 0 = background
     * @param shape of the box, with as many voxels as the mask
     * @return 1 on the skeleton, else 0
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    static byte[] of(final byte[] mask, final Shape shape, final Progress progress) {
        final Thinning thinning = new Thinning(mask, shape);
        thinning.thin(progress);
        final byte[] skeleton = new byte[mask.length];
        for (int i = 0; i < mask.length; i++) {
            skeleton[i] = mask[i] == 0 ? 0 : thinning.padded[thinning.place(i)];
        }
        return skeleton;
    }

    private void thin(final Progress progress) {
        final int[] directions = {-planeSize, planeSize, -rowLength, rowLength, -1, 1};
        final int[] candidates = new int[size];
        int removed;
        do {
            removed = 0;
            for (final int direction : directions) {
                progress.check();
                removed += remove(candidates, collect(direction, candidates, progress));
            }
            compact();
        } while (removed > 0);
    }

    private int collect(final int direction, final int[] candidates, final Progress progress) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i % CHECKED == 0) {
                progress.check();
            }
            final int voxel = object[i];
            if (padded[voxel] != 0 && padded[voxel + direction] == 0 && isRemovable(voxel)) {
                candidates[count++] = voxel;
            }
        }
        return count;
    }

    private int remove(final int[] candidates, final int count) {
        int removed = 0;
        for (int i = 0; i < count; i++) {
            if (isRemovable(candidates[i])) {
                padded[candidates[i]] = 0;
                removed++;
            }
        }
        return removed;
    }

    private boolean isRemovable(final int voxel) {
        int neighbours = 0;
        for (int i = 0; i < offsets.length; i++) {
            neighbours |= padded[voxel + offsets[i]] << i;
        }
        return Integer.bitCount(neighbours) > 1 && Neighbourhood.isSimple(neighbours);
    }

    private void compact() {
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (padded[object[i]] != 0) {
                object[left++] = object[i];
            }
        }
        size = left;
    }
}
