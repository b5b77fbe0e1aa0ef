// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.util.Map;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** The labels of a reference and of a segmentation at the voxels that are scored. */
final class ScoredVoxels {

    private final LabelVolume reference;
    private final LabelVolume segmentation;
    private final Optional<Volume> mask;
    private final ScoreSettings settings;

    /** The labels of a box, x fastest; labels of voxels that are not scored mean nothing. */
    record Labels(int[] reference, int[] segmentation, boolean[] scored) {
    }

    /** @throws org.electrode4d.segmentation.SegmentationException if shapes or voxel sizes differ */
    ScoredVoxels(final LabelVolume reference, final LabelVolume segmentation, final Optional<Volume> mask,
        final ScoreSettings settings) {
        Masks.requireAlike(reference.volume(), segmentation.volume());
        mask.ifPresent(volume -> Masks.requireAlike(reference.volume(), Masks.requireIntegers(volume, "the mask")));
        this.reference = reference;
        this.segmentation = segmentation;
        this.mask = mask;
        this.settings = settings;
    }

    Volume volume() {
        return reference.volume();
    }

    Shape shape() {
        return reference.volume().shape();
    }

    /** The name of a class: that of the reference, or else that of the segmentation. */
    String name(final int label) {
        return reference.names().containsKey(label) ? reference.name(label) : segmentation.name(label);
    }

    Labels read(final Block block) {
        final int voxels = block.voxels();
        final Labels labels = new Labels(new int[voxels], new int[voxels], new boolean[voxels]);
        reference.read(block, labels.reference);
        segmentation.read(block, labels.segmentation);
        map(labels.segmentation);
        final float[] inside = mask.map(volume -> {
            final float[] values = new float[voxels];
            volume.read(block, values);
            return values;
        }).orElse(null);
        for (int i = 0; i < voxels; i++) {
            labels.scored[i] = (inside == null || inside[i] != 0)
                && !(settings.ignored().isPresent() && labels.reference[i] == settings.ignored().getAsInt());
        }
        return labels;
    }

    private void map(final int[] labels) {
        if (settings.mapping().isEmpty()) {
            return;
        }
        final Map<Integer, Integer> mapping = settings.mapping();
        int last = 0;
        int mapped = mapping.getOrDefault(0, 0);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != last) {
                last = labels[i];
                mapped = mapping.getOrDefault(last, last);
            }
            labels[i] = mapped;
        }
    }
}
