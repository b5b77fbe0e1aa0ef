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

    /** Tiles of a slice. */
    int tiles(final int columns, final int rows) {
        return network.count(columns, rows);
    }

    /**
     * @param image {@code [1, 1, row, column]}
     * @return {@code [1, channel, row, column]}
     */
    Tensor of(final Tensor image, final Progress progress) {
        return network.apply(image, progress);
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
