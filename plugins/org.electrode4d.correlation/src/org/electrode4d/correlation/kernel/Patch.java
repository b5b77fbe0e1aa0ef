// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * A box of a volume in memory, as float, x fastest. Voxels that are not numbers, infinite or outside the mask are NaN.
 */
public final class Patch {

    private static final int VOXELS_PER_SLAB = 1 << 20;

    private final Block block;
    private final float[] values;
    private final boolean holes;
    private Gradient gradient;

    private Patch(final Block block, final float[] values, final boolean holes) {
        this.block = block;
        this.values = values;
        this.holes = holes;
    }

    /** A patch of values that are already there; the array is not copied. */
    public static Patch of(final Block block, final float[] values) {
        return new Patch(block, values, clean(values));
    }

    /**
     * Reads the part of a box that lies inside a volume, slab by slab on the ambient executor.
     *
     * @param mask non-zero where the volume counts
     */
    public static Patch load(final Volume volume, final Block box, final Optional<Volume> mask,
        final Progress progress) {
        final Block inside = box.clip(volume.shape());
        final float[] values = new float[inside.voxels()];
        final int plane = inside.sizeX() * inside.sizeY();
        final int planes = Math.max(1, VOXELS_PER_SLAB / Math.max(1, plane));
        final Shape shape = new Shape(inside.sizeX(), inside.sizeY(), inside.sizeZ());
        final boolean holes = Blocks.map(Blocks.tile(shape, inside.sizeX(), inside.sizeY(), planes), progress,
            "Reading " + volume.name(), slab -> {
                final float[] part = new float[slab.voxels()];
                final Block there = slab.translate(inside.minX(), inside.minY(), inside.minZ());
                volume.read(there, part);
                mask.ifPresent(m -> apply(m, there, part));
                final boolean found = clean(part);
                System.arraycopy(part, 0, values, (int)slab.minZ() * plane, part.length);
                return found;
            }).contains(true);
        return new Patch(inside, values, holes);
    }

    private static void apply(final Volume mask, final Block block, final float[] values) {
        final float[] inside = new float[values.length];
        mask.read(block, inside);
        for (int i = 0; i < inside.length; i++) {
            if (!(inside[i] != 0)) {
                values[i] = Float.NaN;
            }
        }
    }

    private static boolean clean(final float[] values) {
        boolean holes = false;
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
                values[i] = Float.NaN;
                holes = true;
            }
        }
        return holes;
    }

    /** Where the patch is in its volume. */
    public Block block() {
        return block;
    }

    /** The array itself; not to be changed. */
    public float[] values() {
        return values;
    }

    /** Whether any value is NaN. */
    public boolean hasHoles() {
        return holes;
    }

    /** The gradient of all voxels, computed when it is first needed; twelve bytes per voxel. */
    synchronized Gradient gradient() {
        if (gradient == null) {
            gradient = Gradient.of(this);
        }
        return gradient;
    }

    /** Index of a voxel, given in the volume's coordinates. */
    int index(final long x, final long y, final long z) {
        return (int)(((z - block.minZ()) * block.sizeY() + (y - block.minY())) * block.sizeX() + (x - block.minX()));
    }

    /** The mean of the numbers in a box given in the volume's coordinates; NaN if there are none. */
    public double mean(final Block box) {
        double sum = 0;
        long count = 0;
        for (long z = box.minZ(); z < box.endZ(); z++) {
            for (long y = box.minY(); y < box.endY(); y++) {
                final int at = index(box.minX(), y, z);
                for (int i = at; i < at + box.sizeX(); i++) {
                    if (values[i] == values[i]) {
                        sum += values[i];
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    /** The values, with the mean of the numbers in place of NaN; not to be changed. */
    float[] filled() {
        if (!holes) {
            return values;
        }
        final double mean = mean(block);
        final float filling = mean == mean ? (float)mean : 0;
        final float[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == copy[i] ? copy[i] : filling;
        }
        return copy;
    }

    @Override
    public String toString() {
        return block + (holes ? " with holes" : "");
    }
}
