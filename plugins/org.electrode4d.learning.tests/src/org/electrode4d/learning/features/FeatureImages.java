// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Images of formulas, and their features. */
final class FeatureImages {

    static final GreyScale AS_IT_IS = new GreyScale(0, 1);

    private FeatureImages() {
    }

    /** A value at a voxel. */
    interface Formula {
        double at(int x, int y, int z);
    }

    static Volume volume(final Shape shape, final VoxelSize size, final Formula formula) {
        final Block whole = Block.of(shape);
        final float[] values = new float[whole.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)formula.at(i % whole.sizeX(), i / whole.sizeX() % whole.sizeY(),
                i / whole.sizeX() / whole.sizeY());
        }
        return Volume.of("formula", ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), size);
    }

    static Volume noise(final Shape shape, final VoxelSize size) {
        final Random random = new Random(7);
        return volume(shape, size, (x, y, z) -> random.nextGaussian());
    }

    static FeatureSet one(final FeatureSpace space, final double sigma, final FeatureKind kind) {
        return new FeatureSet(space, List.of(sigma), EnumSet.of(kind));
    }

    /** Features of one voxel. */
    static float[] at(final Volume volume, final FeatureSet set, final int x, final int y, final int z) {
        final float[] features = new float[set.size()];
        new FeatureExtraction(volume, set, AS_IT_IS).compute(new Block(x, y, z, 1, 1, 1), Progress.NONE,
            (feature, values) -> features[feature] = values[0]);
        return features;
    }
}
