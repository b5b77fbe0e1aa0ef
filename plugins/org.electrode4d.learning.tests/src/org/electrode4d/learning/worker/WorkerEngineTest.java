// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkOptions.Precision;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that an engine does, done by another process. */
class WorkerEngineTest {

    private static final Batch BATCH = new Batch(new Tensor(new int[] {1, 1, 1, 2}, new float[] {0.5f, 0.25f}),
        new byte[] {2, 3}, new float[] {1, 10});

    @TempDir
    private static Path folder;

    private static WorkerEngine engine;

    @BeforeAll
    static void start() throws IOException {
        engine = FakeWorkers.start(folder, Progress.NONE, "-Dfake.cache=${cache}", "", "-Dfake.bytes=${native}");
    }

    @AfterAll
    static void end() {
        engine.close();
    }

    private static NetworkGraph graph() {
        return new NetworkGraph(1, 4, 2, List.of(
            new Layer("a", new Operation.Convolution(1, 4, 3, 1), List.of(NetworkGraph.INPUT)),
            new Layer("b", new Operation.BatchNormalization(4), List.of("a")),
            new Layer("c", new Operation.Activation(Nonlinearity.values()[0]), List.of("b")),
            new Layer("d", new Operation.Dropout(0.2), List.of("c")),
            new Layer("e", new Operation.Addition(), List.of("c", "d"))));
    }

    private static Parameters parameters(final String name, final float... values) {
        return new Parameters(new TreeMap<>(Map.of(name, new Tensor(new int[] {values.length}, values))));
    }

    private static Network open() {
        return engine.open(new NetworkSource.Graph(graph(), parameters("a/bias", 1, 2)),
            new NetworkOptions(Precision.DOUBLE, Loss.DICE));
    }

    @Test
    void engineSaysWhatItIsAndGetsThreadsAndCache() {
        assertEquals("fake", engine.id());
        assertTrue(engine.trains());
        assertEquals("Fake 1.0 with 1 threads, " + folder.resolve("cache").resolve("fake"), engine.description());
    }

    @Test
    void graphParametersAndOptionsArrive() {
        try (Network network = open()) {
            final Parameters expected = new Parameters(new TreeMap<>(Map.of(
                "a/bias", new Tensor(new int[] {2}, new float[] {1, 2}), graph().toString(), Tensor.zeros(1))));
            assertEquals(expected, network.parameters());
            assertEquals(1100 + 0.75 + 2 + 30, network.loss(BATCH));
        }
    }

    @Test
    void imagesGoAndComeBack() {
        try (Network network = FakeWorkers.open(engine, FakeEngine.Fault.ADD)) {
            final Tensor images = Tensor.zeros(2, 1, 300, 400);
            images.values()[100_000] = 3;
            final Tensor result = network.predict(images);
            assertArrayEquals(images.shape(), result.shape());
            assertEquals(4, result.values()[100_000]);
            assertEquals(1, result.values()[result.values().length - 1]);
        }
    }

    @Test
    void trainingLossAndGradientsAreThoseOfTheEngine() {
        try (Network network = FakeWorkers.open(engine, FakeEngine.Fault.ADD)) {
            assertEquals(32.75, network.loss(BATCH));
            assertEquals(32.75 + 0.5 * 7, network.train(BATCH, new Step(0.5, 7)));
            assertEquals(parameters("loss", 32.75f), network.gradients(BATCH));
        }
    }

    @Test
    void parametersAndStateAreReplaced() {
        try (Network network = open(); Network other = open()) {
            network.setParameters(parameters("b/gamma", 5));
            network.restore(new byte[] {9, 8});
            assertEquals(parameters("b/gamma", 5), network.parameters());
            assertArrayEquals(new byte[] {9, 8}, network.state());
            assertArrayEquals(new byte[] {1, 2, 3}, other.state());
        }
    }

    @Test
    void refusalsOfTheEngineComeBackAndTheWorkerLivesOn() {
        try (Network network = FakeWorkers.open(engine, FakeEngine.Fault.THROW)) {
            final Tensor image = Tensor.zeros(1, 1, 17, 17);
            assertEquals("Rows must be multiples of 16, not 17: change the tiles.",
                assertThrows(EngineException.class, () -> network.predict(image)).getMessage());
            assertEquals(32.75, network.loss(BATCH));
        }
    }

    @Test
    void errorsOfItsLibraryAreNamed() {
        try (Network network = FakeWorkers.open(engine, FakeEngine.Fault.FAIL)) {
            final Tensor image = Tensor.zeros(1, 1, 2, 2);
            assertEquals("The engine failed: java.lang.IllegalStateException: no such layer",
                assertThrows(EngineException.class, () -> network.predict(image)).getMessage());
        }
    }

    @Test
    void whatItPrintsDisturbsNothing() {
        try (Network network = FakeWorkers.open(engine, FakeEngine.Fault.PRINT)) {
            assertEquals(1, network.predict(Tensor.zeros(1, 1, 1, 1)).values()[0]);
        }
    }
}
