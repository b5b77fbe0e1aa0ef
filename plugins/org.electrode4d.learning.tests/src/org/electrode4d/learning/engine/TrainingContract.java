// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.electrode4d.learning.network.NetworkGraph.INPUT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine that trains computes in training: losses, gradients and steps. */
interface TrainingContract extends TrainableEngine {

    /** Of a parameter in differences: exactly representable, as are the parameters, so that nothing is rounded. */
    float STEP = 1f / 1024;

    private static Batch pixels(final float... values) {
        final byte[] classes = new byte[values.length];
        Arrays.fill(classes, (byte)1);
        final float[] weights = new float[values.length];
        Arrays.fill(weights, 1);
        return new Batch(new Tensor(new int[] {1, 1, 1, values.length}, values), classes, weights);
    }

    private static float[] values(final Parameters parameters, final String name) {
        return parameters.tensors().get(name).values();
    }

    /** The loss with one value of one parameter changed. */
    private static double shifted(final Network network, final Batch batch, final Parameters parameters,
            final String name, final int index, final float shift) {
        final Tensor tensor = parameters.tensors().get(name);
        final float[] values = tensor.values().clone();
        values[index] += shift;
        final SortedMap<String, Tensor> changed = new TreeMap<>(parameters.tensors());
        changed.put(name, new Tensor(tensor.shape(), values));
        network.setParameters(new Parameters(changed));
        return network.loss(batch);
    }

    /** How many derivatives differ from central differences by more than 1e-4 of both, or 1e-7. */
    private static int bad(final Network network, final Batch batch) {
        final Parameters parameters = network.parameters();
        int bad = 0;
        for (final var gradient : network.gradients(batch).tensors().entrySet()) {
            for (int i = 0; i < gradient.getValue().values().length; i++) {
                final double difference = (shifted(network, batch, parameters, gradient.getKey(), i, STEP)
                    - shifted(network, batch, parameters, gradient.getKey(), i, -STEP)) / (2 * STEP);
                final double computed = gradient.getValue().values()[i];
                final double error = Math.abs(computed - difference);
                bad += error > 1e-7 && error > 1e-4 * (Math.abs(computed) + Math.abs(difference)) ? 1 : 0;
            }
        }
        return bad;
    }

    @ParameterizedTest
    @EnumSource(names = {"CROSS_ENTROPY", "CROSS_ENTROPY_AND_DICE"})
    default void gradientsAreThoseOfDifferences(final Loss loss) {
        final NetworkOptions options = new NetworkOptions(NetworkOptions.Precision.DOUBLE, loss);
        final int outputs = loss == Loss.CROSS_ENTROPY ? 1 : 3;
        try (Network network = training(TinyNetwork.attention(outputs, 0.5), options)) {
            assertEquals(0, bad(network, TinyNetwork.batch(2, 4, 6, Math.max(2, outputs), 4)));
        }
    }

    @Test
    default void gradientsBelongToParametersThatAreLearned() {
        try (Network network = training(TinyNetwork.attention(1, 0.2))) {
            final SortedMap<String, Tensor> learned = new TreeMap<>(network.parameters().tensors());
            learned.keySet().removeIf(name -> name.endsWith("/mean") || name.endsWith("/variance"));
            assertEquals(learned.keySet(),
                network.gradients(TinyNetwork.batch(1, 4, 6, 2, 1)).tensors().keySet());
        }
    }

    @Test
    default void theLossIsTheMeanOverLabelledPixels() {
        final Batch batch = new Batch(new Tensor(new int[] {1, 1, 1, 3}, new float[] {2, 3, 50}),
            new byte[] {1, 0, 1}, new float[] {1, 3, 0});
        try (Network network = training(TinyNetwork.line(1, 0))) {
            assertEquals((0.12692801 + 3 * 3.04858735) / 4, network.loss(batch), 1e-5);
        }
    }

    @Test
    default void lossAndGradientsChangeNothing() {
        final Batch batch = TinyNetwork.batch(2, 4, 6, 2, 1);
        try (Network network = training(TinyNetwork.attention(1, 0.5))) {
            final byte[] before = network.state();
            final double loss = network.loss(batch);
            network.gradients(batch);
            assertEquals(loss, network.loss(batch));
            assertArrayEquals(before, network.state());
        }
    }

    @Test
    default void unlabelledPixelsHaveNoGradient() {
        final Batch batch = TinyNetwork.batch(2, 4, 6, 2, 1);
        final byte[] other = batch.classes().clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = batch.weights()[i] == 0 ? (byte)(1 - other[i]) : other[i];
        }
        try (Network network = training(TinyNetwork.attention(1, 0.5))) {
            final Batch relabelled = new Batch(batch.images(), other, batch.weights());
            assertEquals(network.loss(batch), network.loss(relabelled));
            assertEquals(network.gradients(batch), network.gradients(relabelled));
        }
    }

    @Test
    default void twoStepsOfAdamAreThoseComputedByHand() {
        // so small a value that it matters where epsilon is added
        final Batch batch = pixels(0x1p-13f);
        try (Network network = training(TinyNetwork.line(0.5f, 0))) {
            assertEquals(0.69311666, network.train(batch, new Step(0.1, 1)), 1e-6);
            assertEquals(0.59507399, values(network.parameters(), "line/kernel")[0], 1e-5);
            assertEquals(0.09999937, values(network.parameters(), "line/bias")[0], 1e-5);
            assertEquals(0.64436246, network.train(batch, new Step(0.2, 2)), 1e-5);
            assertEquals(0.78751085, values(network.parameters(), "line/kernel")[0], 1e-5);
            assertEquals(0.29966576, values(network.parameters(), "line/bias")[0], 1e-5);
        }
    }

    @Test
    default void aStepIsAsLongAsItsLearningRate() {
        try (Network network = training(TinyNetwork.line(0.5f, 0))) {
            network.train(pixels(1), new Step(0, 1));
            assertEquals(0.5f, values(network.parameters(), "line/kernel")[0]);
            network.train(pixels(1), new Step(0.25, 2));
            assertEquals(0.75f, values(network.parameters(), "line/kernel")[0], 1e-4);
        }
    }

    @Test
    default void trainingLowersTheLoss() {
        final Batch batch = TinyNetwork.batch(2, 4, 6, 2, 1);
        try (Network network = training(TinyNetwork.attention(1, 0))) {
            final double before = network.loss(batch);
            for (int step = 0; step < 30; step++) {
                network.train(batch, new Step(0.1, step));
            }
            final double after = network.loss(batch);
            assertTrue(after < before / 2, () -> before + " became " + after);
        }
    }

    @Test
    default void theShareOfTheRateIsDroppedAndTheRestIsRaised() {
        final float[] ones = new float[4096];
        Arrays.fill(ones, 1);
        final NetworkSource source = new TinyNetwork(1).layer("d", new Operation.Dropout(0.2), INPUT).source("d", 1, 1);
        try (Network network = training(source)) {
            final double dropped = Math.log(2);
            final double kept = Math.log1p(Math.exp(-1 / 0.8));
            final double share = (network.train(pixels(ones), new Step(0, 7)) - kept) / (dropped - kept);
            assertEquals(0.2, share, 0.03);
            assertEquals(Math.log1p(Math.exp(-1)), network.loss(pixels(ones)), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.75, 0})
    default void runningMeansFollowTheBatch(final double momentum) {
        final NetworkSource source = new TinyNetwork(1).layer("n", new Operation.BatchNormalization(1, momentum), INPUT)
            .parameter("n/gamma", new int[] {1}, 1).parameter("n/beta", new int[] {1}, 0)
            .parameter("n/mean", new int[] {1}, 1).parameter("n/variance", new int[] {1}, 2).source("n", 1, 1);
        final float[] values = new float[1024];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? 11 : 31;
        }
        try (Network network = training(source)) {
            network.train(pixels(values), new Step(0, 1));
            final double part = 1 - momentum;
            assertEquals(momentum + part * 21, values(network.parameters(), "n/mean")[0], 1e-5);
            // the variance of the batch is 100 or, as an estimate, 100 x 1024 / 1023
            assertEquals(momentum * 2 + part * 100, values(network.parameters(), "n/variance")[0], 1e-4 + part * 0.1);
        }
    }

    @Test
    default void trainingNormalisesByTheBatch() {
        final NetworkSource source = new TinyNetwork(1).layer("n", new Operation.BatchNormalization(1), INPUT)
            .parameter("n/gamma", new int[] {1}, 2).parameter("n/beta", new int[] {1}, 0)
            .parameter("n/mean", new int[] {1}, 500).parameter("n/variance", new int[] {1}, 9).source("n", 1, 1);
        try (Network network = training(source)) {
            assertEquals((Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(-2))) / 2,
                network.loss(pixels(11, 31, 11, 31)), 1e-4);
        }
    }

    @Test
    default void batchesWithoutLabelsTeachNothing() {
        final Batch batch = TinyNetwork.batch(1, 4, 6, 2, 1);
        final Batch unlabelled = new Batch(batch.images(), batch.classes(), new float[24]);
        try (Network network = training(TinyNetwork.attention(1, 0))) {
            assertEquals(0, network.loss(unlabelled));
            for (final Tensor gradient : network.gradients(unlabelled).tensors().values()) {
                assertArrayEquals(new float[gradient.values().length], gradient.values());
            }
        }
    }

    @Test
    default void singlePrecisionHasTheGradientsOfDouble() {
        final Batch batch = TinyNetwork.batch(2, 16, 12, 2, 1);
        final NetworkOptions exact = new NetworkOptions(NetworkOptions.Precision.DOUBLE, Loss.CROSS_ENTROPY);
        try (Network single = training(TinyNetwork.attention(1, 0));
                Network reference = training(TinyNetwork.attention(1, 0), exact)) {
            final Parameters expected = reference.gradients(batch);
            single.gradients(batch).tensors().forEach((name, gradient) ->
                assertArrayEquals(values(expected, name), gradient.values(), 1e-5f, name));
        }
    }

    @Test
    default void classesThatTheNetworkDoesNotHaveAreRefused() {
        final Batch batch = new Batch(Tensor.zeros(1, 1, 1, 2), new byte[] {0, 2}, new float[] {1, 1});
        try (Network network = training(TinyNetwork.line(1, 0))) {
            final EngineException error =
                assertThrows(EngineException.class, () -> network.train(batch, new Step(0.1, 1)));
            assertTrue(error.getMessage().contains("class 2"), error.getMessage());
        }
    }

    @Test
    default void anEngineThatDoesNotTrainSaysSo() {
        assumeFalse(engine().trains(), () -> engine().description() + " trains");
        try (Network network = engine().open(TinyNetwork.line(1, 0), NetworkOptions.DEFAULT)) {
            final Batch batch = pixels(1, 2);
            assertThrows(EngineException.class, () -> network.train(batch, new Step(0.1, 1)));
            assertThrows(EngineException.class, () -> network.loss(batch));
            final EngineException error = assertThrows(EngineException.class, () -> network.gradients(batch));
            assertFalse(error.getMessage().isBlank());
        }
    }
}
