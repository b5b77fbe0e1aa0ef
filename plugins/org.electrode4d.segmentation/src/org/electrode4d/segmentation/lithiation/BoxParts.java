// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Arrays;
import org.electrode4d.volume.Shape;

/** The 26-connected parts of a mask in a box of voxels, numbered from 1 in raster order of their first voxels. */
final class BoxParts {

    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final byte[] mask;
    private final int[] parts;
    private int[] voxels = new int[8];
    private int count;
    private int[] stack = new int[256];
    private int waiting;

    private BoxParts(final byte[] mask, final Shape shape) {
        sizeX = (int)shape.x();
        sizeY = (int)shape.y();
        sizeZ = (int)shape.z();
        this.mask = mask;
        parts = new int[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0 && parts[i] == 0) {
                fill(i);
            }
        }
    }

    /**
     * Finds the parts.
     *
     * @param mask x fastest; 0 = background
     */
    static BoxParts of(final byte[] mask, final Shape shape) {
        return new BoxParts(mask, shape);
    }

    private void fill(final int first) {
        count++;
        voxels = count == voxels.length ? Arrays.copyOf(voxels, 2 * count) : voxels;
        push(first);
        while (waiting > 0) {
            final int index = stack[--waiting];
            final int x = index % sizeX;
            final int y = index / sizeX % sizeY;
            final int z = index / sizeX / sizeY;
            for (int k = Math.max(0, z - 1); k <= Math.min(sizeZ - 1, z + 1); k++) {
                for (int j = Math.max(0, y - 1); j <= Math.min(sizeY - 1, y + 1); j++) {
                    pushRow(Math.max(0, x - 1), Math.min(sizeX - 1, x + 1), sizeX * (j + sizeY * k));
                }
            }
        }
    }

    private void pushRow(final int from, final int to, final int row) {
        for (int i = row + from; i <= row + to; i++) {
            if (mask[i] != 0 && parts[i] == 0) {
                push(i);
            }
        }
    }

    private void push(final int index) {
        parts[index] = count;
        voxels[count]++;
        stack = waiting == stack.length ? Arrays.copyOf(stack, 2 * waiting) : stack;
        stack[waiting++] = index;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Voxels of a part, from 1. */
    int voxels(final int part) {
        return voxels[part];
    }

    /** The part of a voxel; 0 for background. */
    int part(final int index) {
        return parts[index];
    }

    /** The part with most voxels, of equals the first; 0 where there is none. */
    int largest() {
        int largest = 0;
        for (int part = 1; part <= count; part++) {
            largest = largest == 0 || voxels[part] > voxels[largest] ? part : largest;
        }
        return largest;
    }
}
