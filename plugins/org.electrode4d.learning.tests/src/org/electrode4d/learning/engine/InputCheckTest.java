// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class InputCheckTest {

    private final NetworkSource.Graph network = TinyNetwork.attention(1, 0.2);

    private final InputCheck check = new InputCheck(network.graph());

    private static void refuses(final String message, final Executable work) {
        assertEquals(message, assertThrows(EngineException.class, work).getMessage());
    }

    @Test
    void imagesThatFitAreTaken() {
        check.images(Tensor.zeros(3, 1, 4, 6));
        check.batch(TinyNetwork.batch(1, 4, 6, 2, 1));
        check.parameters(network.parameters());
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        refuses("The images have 7 x 10 pixels, but rows and columns must be multiples of 2; pad or cut them.",
            () -> check.images(Tensor.zeros(1, 1, 7, 10)));
        refuses("The images have 3 channels, but the network takes 1 channel.",
            () -> check.images(Tensor.zeros(1, 3, 6, 8)));
        refuses("Images must be of shape [batch, channel, row, column], not [6, 8].",
            () -> check.images(Tensor.zeros(6, 8)));
    }

    @Test
    void valuesThatAreNoNumbersAreRefused() {
        final Tensor images = Tensor.zeros(2, 1, 2, 4);
        images.values()[8 + 5] = Float.POSITIVE_INFINITY;
        refuses("The images contain Infinity in row 1, column 1; replace it by a number.", () -> check.images(images));
    }

    @Test
    void classesThatAreNotThereAreRefused() {
        final Batch batch = new Batch(Tensor.zeros(1, 1, 2, 2), new byte[] {0, 5, 2, 1}, new float[] {1, 0, 1, 1});
        refuses("A pixel is labelled as class 2, but the network tells 2 classes apart, 0 to 1.",
            () -> check.batch(batch));
    }

    @Test
    void parametersThatAreNoNumbersAreRefused() {
        final SortedMap<String, Tensor> tensors = new TreeMap<>(network.parameters().tensors());
        tensors.put("logits/bias", new Tensor(new int[] {1}, new float[] {Float.NaN}));
        refuses("The parameter \"logits/bias\" contains NaN at index 0; it must be a number.",
            () -> check.parameters(new Parameters(tensors)));
    }
}
