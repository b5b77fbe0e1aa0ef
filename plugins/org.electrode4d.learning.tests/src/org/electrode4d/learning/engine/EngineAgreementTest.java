// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.worker.WorkerEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one engine has trained means the same in every other one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineAgreementTest {

    private static final AttentionResUNet NETWORK = new AttentionResUNet(3, 3, 4, 0, Normalized.ALL, Nonlinearity.RELU);

    private static final String REFERENCE = "dl4j";

    private final Map<String, Answers> answers = new HashMap<>();

    /** What an engine makes of the network; no loss and no parameters after a step if it does not train. */
    private record Answers(float[] logits, Double loss, Parameters stepped) { }

    @BeforeAll
    void ask() {
        for (final String id : List.of(REFERENCE, "onnx", "pytorch")) {
            if (EngineWorkers.isInstalled(id)) {
                answers.put(id, ask(id));
            }
        }
    }

    private static Answers ask(final String id) {
        final NetworkSource source = new NetworkSource.Graph(NETWORK.graph(), parameters());
        final Batch batch = TinyNetwork.batch(2, 48, 32, 3, 1);
        try (WorkerEngine engine = EngineWorkers.start(id);
                Network network = engine.open(source, options(NetworkOptions.Precision.SINGLE))) {
            final float[] logits = network.predict(batch.images()).values();
            return engine.trains() ? new Answers(logits, network.loss(batch), stepped(engine, source, batch))
                : new Answers(logits, null, null);
        }
    }

    /** In double precision: Adam makes steps of what is left of gradients that are 0, such as of biases before norms. */
    private static Parameters stepped(final Engine engine, final NetworkSource source, final Batch batch) {
        try (Network network = engine.open(source, options(NetworkOptions.Precision.DOUBLE))) {
            network.train(batch, new Step(1e-3, 1));
            return network.parameters();
        }
    }

    private static NetworkOptions options(final NetworkOptions.Precision precision) {
        return new NetworkOptions(precision, Loss.CROSS_ENTROPY_AND_DICE);
    }

    /** As after some training: no mean is 0 and no variance 1. */
    private static Parameters parameters() {
        final Random random = new Random(2);
        final SortedMap<String, Tensor> tensors = new TreeMap<>(NETWORK.initial(1).tensors());
        tensors.forEach((name, tensor) -> {
            for (int i = 0; !name.endsWith("/kernel") && i < tensor.values().length; i++) {
                tensor.values()[i] += random.nextFloat() / 2;
            }
        });
        return new Parameters(tensors);
    }

    private Answers answers(final String id) {
        assumeTrue(answers.containsKey(id), () -> "the libraries of the engine " + id + " are absent");
        return answers.get(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "pytorch"})
    void enginesGiveEqualLogits(final String id) {
        final float[] expected = answers(REFERENCE).logits();
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (final float logit : expected) {
            least = Math.min(least, logit);
            greatest = Math.max(greatest, logit);
        }
        assertArrayEquals(expected, answers(id).logits(), 1e-4f * (greatest - least));
    }

    @ParameterizedTest
    @ValueSource(strings = "pytorch")
    void enginesGiveEqualLosses(final String id) {
        assertEquals(answers(REFERENCE).loss(), answers(id).loss(), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(strings = "pytorch")
    void enginesGoEqualSteps(final String id) {
        final Map<String, Tensor> expected = answers(REFERENCE).stepped().tensors();
        answers(id).stepped().tensors().forEach((name, tensor) ->
            assertArrayEquals(expected.get(name).values(), tensor.values(), 1e-5f, name));
    }
}
