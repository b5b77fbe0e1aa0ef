// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Slices (planes of constant z) of a volume that hold one single value: saturated, missing or padded ones. There is
 * nothing in them to correlate, but their rim has more contrast than any texture and does not move with the sample; so
 * they are left out like voxels that are not numbers.
 *
 * @param flat the numbers of these slices; not to be changed
 */
record FlatSlices(BitSet flat) {

    private static final int PROBE = 64;
    private static final int VOXELS_AT_A_TIME = 1 << 18;

    /** Looks at a few voxels of every slice, and at all of a slice only where those are the same. */
    static FlatSlices of(final Volume volume, final Progress progress) {
        final List<Boolean> found = Blocks.map(Math.toIntExact(volume.shape().z()), progress,
            "Looking for empty slices of " + volume.name(), z -> isFlat(volume, z, progress));
        final BitSet flat = new BitSet();
        for (int z = 0; z < found.size(); z++) {
            flat.set(z, found.get(z));
        }
        return new FlatSlices(flat);
    }

    private static boolean isFlat(final Volume volume, final int z, final Progress progress) {
        final Shape shape = volume.shape();
        final int width = (int)Math.min(PROBE, shape.x());
        final float[] probe = new float[width];
        volume.read(new Block((shape.x() - width) / 2, shape.y() / 2, z, width, 1, 1), probe);
        final int rows = (int)Math.max(1, VOXELS_AT_A_TIME / shape.x());
        boolean flat = isConstant(probe, width, probe[0]);
        for (long y = 0; y < shape.y() && flat; y += rows) {
            progress.check();
            final Block part = new Block(0, y, z, Math.toIntExact(shape.x()), (int)Math.min(rows, shape.y() - y), 1);
            final float[] values = new float[part.voxels()];
            volume.read(part, values);
            flat = isConstant(values, values.length, probe[0]);
        }
        return flat;
    }

    private static boolean isConstant(final float[] values, final int count, final float constant) {
        for (int i = 0; i < count; i++) {
            if (!(values[i] == constant)) {
                return false;
            }
        }
        return true;
    }

    /** The slices of the averaged volume that a flat slice has a part in. */
    FlatSlices binned(final int bin) {
        final BitSet binned = new BitSet();
        flat.stream().forEach(z -> binned.set(z / bin));
        return new FlatSlices(binned);
    }

    /** How many of a block's slices are flat. */
    int countIn(final Block block) {
        return flat.get((int)Math.max(0, block.minZ()), (int)Math.max(0, block.endZ())).cardinality();
    }

    /** Makes the voxels of flat slices NaN. */
    void clear(final Block block, final float[] values) {
        final int plane = block.sizeX() * block.sizeY();
        for (int z = 0; z < block.sizeZ(); z++) {
            if (flat.get(Math.toIntExact(block.minZ() + z))) {
                Arrays.fill(values, z * plane, (z + 1) * plane, Float.NaN);
            }
        }
    }

    /** What a user should know, such as "Slices 17 to 20 of T1 hold one single value and were not used." */
    Optional<String> remark(final String name) {
        if (flat.isEmpty()) {
            return Optional.empty();
        }
        final int first = flat.nextSetBit(0);
        final int last = flat.length() - 1;
        final int count = flat.cardinality();
        final String which = count == 1 ? "Slice " + first + " of " + name + " holds"
            : count == last - first + 1 ? "Slices " + first + " to " + last + " of " + name + " hold"
                : count + " slices of " + name + " between " + first + " and " + last + " hold";
        return Optional.of(which + " one single value (saturated, missing or padded) and "
            + (count == 1 ? "was" : "were") + " not used.");
    }
}
