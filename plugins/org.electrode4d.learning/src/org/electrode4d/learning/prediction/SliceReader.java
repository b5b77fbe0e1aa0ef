// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import org.electrode4d.learning.data.Orientation;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Reads the slices of a volume one after the other, several at a time: a slice through all chunks of a large volume
 * would otherwise decode them again and again.
 */
final class SliceReader {

    private static final long SLAB_VOXELS = 1 << 24;

    private final Volume volume;
    private final Orientation orientation;
    private final int pixels;
    private final int most;
    private Block slab = new Block(0, 0, 0, 0, 0, 0);
    private int first;
    private int count;
    private float[] values = {};

    SliceReader(final Volume volume, final Orientation orientation) {
        this.volume = volume;
        this.orientation = orientation;
        this.pixels = orientation.rows(volume.shape()) * orientation.columns(volume.shape());
        this.most = (int)Math.max(1, Math.min(volume.chunkSize()[axis()], SLAB_VOXELS / pixels));
    }

    /** The axis that slices are across: 0 = x, 1 = y, 2 = z. */
    private int axis() {
        return switch (orientation) {
            case XY -> 2;
            case XZ -> 1;
            case YZ -> 0;
        };
    }

    /** The grey values of a slice, row by row. */
    float[] read(final int slice) {
        if (slice < first || slice >= first + count) {
            load(slice / most * most);
        }
        final float[] grey = new float[pixels];
        final int index = slice - first;
        final int sizeX = slab.sizeX();
        switch (orientation) {
            case XY -> System.arraycopy(values, index * pixels, grey, 0, pixels);
            case XZ -> {
                for (int z = 0; z < slab.sizeZ(); z++) {
                    System.arraycopy(values, (z * count + index) * sizeX, grey, z * sizeX, sizeX);
                }
            }
            case YZ -> {
                for (int i = 0; i < pixels; i++) {
                    grey[i] = values[i * count + index];
                }
            }
        }
        return grey;
    }

    private void load(final int start) {
        final Shape shape = volume.shape();
        first = start;
        count = Math.min(most, orientation.slices(shape) - start);
        final Block one = orientation.slice(shape, start);
        slab = new Block(one.minX(), one.minY(), one.minZ(), axis() == 0 ? count : one.sizeX(),
            axis() == 1 ? count : one.sizeY(), axis() == 2 ? count : one.sizeZ());
        if (values.length < slab.voxels()) {
            values = new float[slab.voxels()];
        }
        volume.read(slab, values);
    }
}
