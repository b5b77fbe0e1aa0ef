// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;

/**
 * Threshold with hysteresis (J. Canny, IEEE Trans. Pattern Anal. Mach. Intell. 8, 679, 1986): a voxel is inside where
 * its value is above the high threshold, or above the low one and connected to such a voxel through voxels above the
 * low one. Keeps the dim rim of bright particles without the noise that is as dim.
 *
 * <p>The connected components of the voxels above the low threshold (see {@link ConnectedComponents}), of which those
 * stay that hold a voxel above the high one. Four bytes per voxel, in memory or in files, and one bit per component.
 */
public final class Hysteresis {

    private static final int EDGE = 64;

    private Hysteresis() {
    }

    /** The volume, and where its thresholds hold: a mask that is 0 elsewhere, or null for everywhere. */
    public record Input(Volume volume, Volume mask) {
    }

    /**
     * @param thresholds the lowest and the highest of each slice count; at least two
     * @return a mask, UINT8, 1 inside, backed by the scratch space; 0 where a voxel is not a finite number
     * @throws SegmentationException if there is only one threshold
     */
    public static Volume of(final Input input, final Thresholds thresholds, final Connectivity connectivity,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final int classes = thresholds.method().classes();
        if (classes < 3) {
            throw new SegmentationException("Hysteresis needs a low and a high threshold, but '"
                + thresholds.method().label() + "' gives one. Give two, or take Otsu's method with 3 classes.");
        }
        final byte[] numbers = new byte[classes + 1];
        Arrays.fill(numbers, 2, classes + 1, (byte)1);
        final Volume low = new ClassVolume(input.volume(), input.mask(), thresholds::at).mapped(numbers);
        final Components components = ConnectedComponents.of(low, connectivity, scratch, progress.part(0, 0.8));
        final Volume high = thresholds.above(input.volume(), input.mask());
        final BitSet kept = touching(components, high, progress.part(0.8, 1));
        return selected(components.labels(), kept).withMetadata(input.volume().metadata());
    }

    private static BitSet touching(final Components components, final Volume high, final Progress progress) {
        final LabelVolume labels = components.labels();
        final BitSet kept = new BitSet(components.count() + 1);
        Blocks.forEach(Blocks.tile(high.shape(), EDGE), progress, "Hysteresis", block -> {
            final byte[] inside = new byte[block.voxels()];
            high.readNative(block, inside);
            final int[] numbers = new int[inside.length];
            labels.read(block, numbers);
            final BitSet found = selectedBy(inside, numbers);
            synchronized (kept) {
                kept.or(found);
            }
        });
        return kept;
    }

    private static BitSet selectedBy(final byte[] inside, final int[] numbers) {
        final BitSet set = new BitSet();
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] != 0) {
                set.set(numbers[i]);
            }
        }
        return set;
    }

    private static Volume selected(final LabelVolume labels, final BitSet kept) {
        final Volume volume = labels.volume();
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> inside(labels, kept, block))
            .withOrigin(volume.origin());
    }

    private static byte[] inside(final LabelVolume labels, final BitSet kept, final Block block) {
        final int[] numbers = new int[block.voxels()];
        labels.read(block, numbers);
        final byte[] inside = new byte[numbers.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = (byte)(numbers[i] != 0 && kept.get(numbers[i]) ? 1 : 0);
        }
        return inside;
    }
}
