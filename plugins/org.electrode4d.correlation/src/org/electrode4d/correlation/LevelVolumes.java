// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The volumes of one level.
 *
 * @param pair averaged over the level's bin
 * @param mask averaged likewise: non-zero where any voxel counts
 * @param flatReference slices of the reference to leave out, and likewise of the deformed volume
 */
record LevelVolumes(VolumePair pair, Optional<Volume> mask, FlatSlices flatReference, FlatSlices flatDeformed) {

    LevelVolumes binned(final Binning binning) {
        return new LevelVolumes(binning.apply(pair), mask.map(binning::apply), flatReference.binned(binning.bin()),
            flatDeformed.binned(binning.bin()));
    }

    /** The part of a box inside the reference, NaN where nothing is to be compared; on the ambient executor. */
    Patch reference(final Block box, final Progress progress) {
        return without(flatReference, Patch.load(pair.reference(), box, mask, progress));
    }

    /** The part of a box inside the deformed volume; on the ambient executor. */
    Patch deformed(final Block box, final Progress progress) {
        return without(flatDeformed, Patch.load(pair.deformed(), box, Optional.empty(), progress));
    }

    private static Patch without(final FlatSlices flat, final Patch patch) {
        if (flat.countIn(patch.block()) == 0) {
            return patch;
        }
        flat.clear(patch.block(), patch.values());
        return Patch.of(patch.block(), patch.values());
    }

    /** A block inside the reference, read by the calling thread; NaN where nothing is to be compared. */
    void readReference(final Block block, final float[] values) {
        pair.reference().read(block, values);
        flatReference.clear(block, values);
        if (mask.isPresent()) {
            final float[] counts = new float[block.voxels()];
            mask.get().read(block, counts);
            for (int i = 0; i < counts.length; i++) {
                values[i] = counts[i] != 0 ? values[i] : Float.NaN;
            }
        }
    }

    /** A block inside the deformed volume, read by the calling thread; NaN where nothing is to be compared. */
    void readDeformed(final Block block, final float[] values) {
        pair.deformed().read(block, values);
        flatDeformed.clear(block, values);
    }
}
