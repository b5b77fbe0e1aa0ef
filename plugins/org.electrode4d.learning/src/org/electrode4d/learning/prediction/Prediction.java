// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.List;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;

/**
 * What a model found in a volume. Lives as long as the scratch space that it was computed in.
 *
 * @param classes of the voxels, as the labels of the class scheme of the model, with the names of the classes; 0 where
 *     the grey value is not a finite number
 * @param probabilities of the classes in their order, FLOAT32 from 0 to 1 in steps of 1/65534, NaN where the grey value
 *     is not a finite number; empty unless they were asked for
 * @param excluded voxels whose grey value is not a finite number (of a rescaled volume those of its new voxels)
 */
public record Prediction(LabelVolume classes, List<Volume> probabilities, long excluded) {

    public Prediction {
        probabilities = List.copyOf(probabilities);
    }
}
