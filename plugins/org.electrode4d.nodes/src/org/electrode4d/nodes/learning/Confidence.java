// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;

import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;

/** How sure a model is of the class that it chose. */
final class Confidence {

    private static final int EDGE = 64;

    private Confidence() {
    }

    /**
     * The greatest of the probabilities of all classes, computed on demand; NaN where they are.
     *
     * @param probabilities of one shape, at least one
     */
    static Volume of(final List<Volume> probabilities) {
        final Volume first = probabilities.get(0);
        return probability(LazyVolume.of("Confidence", first.shape(), first.voxelSize(), EDGE,
            (block, values) -> greatest(probabilities, block, values)).withOrigin(first.origin()));
    }

    /** The volume, shown in colours that begin at 0. */
    static Volume probability(final Volume volume) {
        return new VolumeDisplay("-", false).on(volume);
    }

    private static void greatest(final List<Volume> probabilities, final Block block, final float[] values) {
        probabilities.get(0).read(block, values);
        final float[] others = new float[block.voxels()];
        for (final Volume other : probabilities.subList(1, probabilities.size())) {
            other.read(block, others);
            for (int i = 0; i < others.length; i++) {
                values[i] = Math.max(values[i], others[i]);
            }
        }
    }
}
