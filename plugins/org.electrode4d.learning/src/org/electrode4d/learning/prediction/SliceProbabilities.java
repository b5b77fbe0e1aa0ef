// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.Arrays;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.model.OutputActivation;
import org.electrode4d.learning.model.SliceModel;
import org.electrode4d.learning.network.Probabilities;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.Progress;

/** Probabilities of classes in slices of any size: of all classes, or of the second one where there are two. */
final class SliceProbabilities {

    /** 1, and what the blending of tiles may add by rounding. */
    private static final double LARGEST = 1 + 1e-5;

    private final SliceModel model;
    private final int classes;
    private final TiledNetwork network;

    SliceProbabilities(final SliceModel model, final Network network, final Tiles tiles) {
        this.model = model;
        this.classes = model.description().classes().classes().size();
        this.network = new TiledNetwork(network, model.divisor(), tiles, this::probabilities);
    }

    /** Probabilities of a pixel. */
    int channels() {
        return SliceModel.outputs(classes);
    }

    /**
     * @param image {@code [1, 1, row, column]}
     * @return {@code [1, channel, row, column]}
     * @throws LearningException if the network does not fit the classes, or gives no numbers
     */
    Tensor of(final Tensor image, final Progress progress) {
        final Tensor probabilities = network.apply(image, progress);
        for (final float probability : probabilities.values()) {
            if (!(probability >= 0 && probability <= LARGEST)) {
                throw new LearningException("The model " + model.description().name() + " gives a probability of "
                    + probability + ". It is damaged, was trained with too large a learning rate, or gives logits "
                    + "where probabilities are expected. Train it again, or correct how its output is read.");
            }
        }
        return probabilities;
    }

    private Tensor probabilities(final Tensor output) {
        final int outputs = output.shape()[1];
        if (outputs != channels() && outputs != classes) {
            throw new LearningException("The network of the model " + model.description().name() + " gives " + outputs
                + " values for each pixel, which do not fit its " + classes + " classes. Correct the classes.");
        }
        final Tensor all = model.activation() == OutputActivation.LOGITS ? Probabilities.of(output) : output;
        return classes == 2 ? last(all) : all;
    }

    private static Tensor last(final Tensor all) {
        final int[] shape = all.shape().clone();
        shape[1] = 1;
        final int size = Tensor.size(shape);
        return new Tensor(shape, Arrays.copyOfRange(all.values(), all.values().length - size, all.values().length));
    }
}
