// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.electrode4d.learning.network.NetworkGraph.INPUT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.junit.jupiter.api.Test;

/** What every engine predicts: each operation against numbers that were computed by hand. */
interface PredictionContract {

    Engine engine();

    private float[] predict(final NetworkSource source, final int[] shape, final float... image) {
        try (Network network = engine().open(source, NetworkOptions.DEFAULT)) {
            return network.predict(new Tensor(shape, image)).values();
        }
    }

    private void refuses(final NetworkSource.Graph source, final Tensor images, final String... named) {
        try (Network network = engine().open(source, NetworkOptions.DEFAULT)) {
            names(assertThrows(EngineException.class, () -> network.predict(images)), named);
        }
    }

    private static void names(final EngineException error, final String... named) {
        for (final String part : named) {
            assertTrue(error.getMessage().contains(part), () -> part + " is missing in: " + error.getMessage());
        }
    }

    @Test
    default void everyPixelOfEveryImageHasALogitPerOutput() {
        try (Network network = engine().open(TinyNetwork.attention(3, 0.2), NetworkOptions.DEFAULT)) {
            final Tensor logits = network.predict(TinyNetwork.batch(2, 4, 6, 3, 1).images());
            assertArrayEquals(new int[] {2, 3, 4, 6}, logits.shape());
            assertArrayEquals(new int[] {1, 3, 8, 2}, network.predict(Tensor.zeros(1, 1, 8, 2)).shape());
        }
    }

    @Test
    default void imagesOfABatchKnowNothingOfEachOther() {
        final Batch batch = TinyNetwork.batch(2, 4, 6, 2, 1);
        try (Network network = engine().open(TinyNetwork.attention(1, 0.2), NetworkOptions.DEFAULT)) {
            final float[] both = network.predict(batch.images()).values();
            final float[] second = new float[24];
            System.arraycopy(batch.images().values(), 24, second, 0, 24);
            final float[] alone = network.predict(new Tensor(new int[] {1, 1, 4, 6}, second)).values();
            for (int i = 0; i < 24; i++) {
                assertEquals(alone[i], both[24 + i], 1e-5);
            }
        }
    }

    @Test
    default void aConvolutionIsACorrelationWithZerosAroundTheImage() {
        final NetworkSource source = new TinyNetwork(1)
            .convolution("c", INPUT, new int[] {1, 1, 3, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9)
            .parameter("c/bias", new int[] {1}, 0.5f).source(1, 1);
        assertArrayEquals(new float[] {
            111.5f, 178.5f, 145.5f, 81.5f,
            69.5f, 106.5f, 79.5f, 39.5f},
            predict(source, new int[] {1, 1, 2, 4}, 1, 2, 3, 4, 5, 6, 7, 0), 1e-4f);
    }

    @Test
    default void kernelsAreOrderedByOutputThenInput() {
        final NetworkSource source = new TinyNetwork(2)
            .convolution("c", INPUT, new int[] {3, 2, 1, 1}, 1, 10, 2, 20, 3, -30).source(3, 1);
        assertArrayEquals(new float[] {31, 42, 62, 84, -87, -114},
            predict(source, new int[] {1, 2, 1, 2}, 1, 2, 3, 4), 1e-4f);
    }

    @Test
    default void aStrideOfTheKernelDividesTheImage() {
        final NetworkSource source = new TinyNetwork(1)
            .convolution("c", INPUT, new Operation.Convolution(1, 1, 2, 2), 1, 10, 100, 1000)
            .layer("up", new Operation.UpSampling(), "c").source("up", 1, 2);
        assertArrayEquals(new float[] {6521, 6521, 8743, 8743, 6521, 6521, 8743, 8743},
            predict(source, new int[] {1, 1, 2, 4}, 1, 2, 3, 4, 5, 6, 7, 8), 1e-2f);
    }

    @Test
    default void batchNormalisationPredictsWithTheRunningMeans() {
        final NetworkSource source = new TinyNetwork(2).layer("n", new Operation.BatchNormalization(2), INPUT)
            .parameter("n/gamma", new int[] {2}, 3, 5).parameter("n/beta", new int[] {2}, 0.25f, -1)
            .parameter("n/mean", new int[] {2}, 1, 2).parameter("n/variance", new int[] {2}, 0.999f, 3.999f)
            .source("n", 2, 1);
        assertArrayEquals(new float[] {-2.75f, 3.25f, -3.5f, 4},
            predict(source, new int[] {1, 2, 1, 2}, 0, 2, 1, 4), 1e-5f);
    }

    @Test
    default void functionsOfAValue() {
        for (final Nonlinearity function : Nonlinearity.values()) {
            final NetworkSource source =
                new TinyNetwork(1).layer("f", new Operation.Activation(function), INPUT).source("f", 1, 1);
            final float[] expected = switch (function) {
                case RELU -> new float[] {0, 0, 2};
                case SIGMOID -> new float[] {0.26894143f, 0.5f, 0.88079708f};
                case TANH -> new float[] {-0.76159416f, 0, 0.96402758f};
            };
            assertArrayEquals(expected, predict(source, new int[] {1, 1, 1, 3}, -1, 0, 2), 1e-6f, function.name());
        }
    }

    @Test
    default void poolingTakesTheGreatestAndUpSamplingRepeatsIt() {
        final NetworkSource source = new TinyNetwork(1).layer("p", new Operation.MaxPooling(), INPUT)
            .layer("u", new Operation.UpSampling(), "p").source("u", 1, 2);
        assertArrayEquals(new float[] {-1, -1, 7, 7, -1, -1, 7, 7},
            predict(source, new int[] {1, 1, 2, 4}, -1, -2, 3, 4, -5, -6, 7, 0), 1e-6f);
    }

    @Test
    default void concatenationPutsTheSecondBehindTheFirst() {
        final NetworkSource source = new TinyNetwork(1)
            .convolution("a", INPUT, new int[] {1, 1, 1, 1}, 10).convolution("b", INPUT, new int[] {2, 1, 1, 1}, 1, -1)
            .layer("ab", new Operation.Concatenation(), "a", "b").source("ab", 3, 1);
        assertArrayEquals(new float[] {10, 20, 1, 2, -1, -2, 30, 40, 3, 4, -3, -4},
            predict(source, new int[] {2, 1, 1, 2}, 1, 2, 3, 4), 1e-5f);
    }

    @Test
    default void additionSumsValueByValue() {
        final NetworkSource source = new TinyNetwork(1).convolution("a", INPUT, new int[] {1, 1, 1, 1}, 10)
            .layer("s", new Operation.Addition(), "a", INPUT).source("s", 1, 1);
        assertArrayEquals(new float[] {11, 22}, predict(source, new int[] {1, 1, 1, 2}, 1, 2), 1e-5f);
    }

    @Test
    default void aGateMultipliesEveryChannelByTheSecondInput() {
        final NetworkSource source = new TinyNetwork(1)
            .convolution("a", INPUT, new int[] {2, 1, 1, 1}, 1, -10)
            .convolution("b", INPUT, new int[] {1, 1, 1, 1}, 2)
            .layer("g", new Operation.Gate(), "a", "b").source("g", 2, 1);
        assertArrayEquals(new float[] {2, 8, -20, -80, 18, 32, -180, -320},
            predict(source, new int[] {2, 1, 1, 2}, 1, 2, 3, 4), 1e-4f);
    }

    @Test
    default void nothingIsDroppedInPrediction() {
        final NetworkSource source =
            new TinyNetwork(1).layer("d", new Operation.Dropout(0.5), INPUT).source("d", 1, 1);
        assertArrayEquals(new float[] {1, 2, 3}, predict(source, new int[] {1, 1, 1, 3}, 1, 2, 3), 1e-6f);
    }

    @Test
    default void aLayerLeavesItsInputAloneThatOthersNeed() {
        final NetworkSource source = new TinyNetwork(1).convolution("a", INPUT, new int[] {1, 1, 1, 1}, 2)
            .layer("f", new Operation.Activation(Nonlinearity.RELU), "a")
            .layer("i", new Operation.Activation(Nonlinearity.RELU), INPUT)
            .layer("s", new Operation.Addition(), "a", "f").layer("t", new Operation.Addition(), "s", "i")
            .layer("u", new Operation.Addition(), "t", INPUT).source("u", 1, 1);
        assertArrayEquals(new float[] {-3, 6}, predict(source, new int[] {1, 1, 1, 2}, -1, 1), 1e-5f);
    }

    @Test
    default void doublePrecisionPredictsTheSame() {
        final NetworkOptions exact = new NetworkOptions(NetworkOptions.Precision.DOUBLE, Loss.CROSS_ENTROPY);
        final Tensor images = TinyNetwork.batch(1, 4, 6, 2, 1).images();
        try (Network single = engine().open(TinyNetwork.attention(2, 0.2), NetworkOptions.DEFAULT);
                Network twice = engine().open(TinyNetwork.attention(2, 0.2), exact)) {
            assertArrayEquals(twice.predict(images).values(), single.predict(images).values(), 1e-5f);
        }
    }

    @Test
    default void parametersComeBackAsTheyWereGiven() {
        final NetworkSource.Graph source = TinyNetwork.attention(2, 0.2);
        try (Network network = engine().open(source, NetworkOptions.DEFAULT)) {
            assertEquals(source.parameters(), network.parameters());
            final SortedMap<String, Tensor> changed = new TreeMap<>(network.parameters().tensors());
            changed.put("logits/bias", new Tensor(new int[] {2}, new float[] {100, 200}));
            network.setParameters(new Parameters(changed));
            assertEquals(new Parameters(changed), network.parameters());
            final float[] logits = network.predict(Tensor.zeros(1, 1, 2, 2)).values();
            assertEquals(100, logits[0], 10);
            assertEquals(200, logits[4], 10);
        }
    }

    @Test
    default void imagesOfOtherSizesAreRefused() {
        refuses(TinyNetwork.attention(1, 0.2), Tensor.zeros(1, 1, 7, 10), "7 x 10", "multiples of 2");
        refuses(TinyNetwork.attention(1, 0.2), Tensor.zeros(1, 1, 6, 9), "6 x 9", "multiples of 2");
    }

    @Test
    default void imagesOfOtherChannelsAreRefused() {
        refuses(TinyNetwork.attention(1, 0.2), Tensor.zeros(1, 3, 6, 8), "3 channels", "1 channel");
        refuses(TinyNetwork.attention(1, 0.2), Tensor.zeros(6, 8), "[6, 8]", "[batch, channel, row, column]");
    }

    @Test
    default void valuesThatAreNoNumbersAreRefused() {
        final Tensor images = Tensor.zeros(1, 1, 2, 4);
        images.values()[5] = Float.NaN;
        refuses(TinyNetwork.attention(1, 0.2), images, "NaN", "row 1, column 1");
    }

    @Test
    default void parametersOfOtherShapeAreRefused() {
        final NetworkSource.Graph source = TinyNetwork.attention(2, 0.2);
        final SortedMap<String, Tensor> changed = new TreeMap<>(source.parameters().tensors());
        changed.put("logits/bias", Tensor.zeros(3));
        final NetworkSource other = new NetworkSource.Graph(source.graph(), new Parameters(changed));
        names(assertThrows(EngineException.class, () -> engine().open(other, NetworkOptions.DEFAULT)),
            "logits/bias", "[3]", "[2]");
        try (Network network = engine().open(source, NetworkOptions.DEFAULT)) {
            changed.remove("logits/bias");
            names(assertThrows(EngineException.class, () -> network.setParameters(new Parameters(changed))),
                "logits/bias");
            changed.put("logits/bias", new Tensor(new int[] {2}, new float[] {0, Float.NaN}));
            names(assertThrows(EngineException.class, () -> network.setParameters(new Parameters(changed))),
                "logits/bias", "NaN");
            assertEquals(source.parameters(), network.parameters());
        }
    }
}
