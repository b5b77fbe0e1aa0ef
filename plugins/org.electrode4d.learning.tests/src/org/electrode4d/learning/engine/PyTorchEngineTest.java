// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch through the Deep Java Library. */
class PyTorchEngineTest extends EngineContract {

    @TempDir
    private Path cache;

    @Override
    protected Engine start() {
        return EngineWorkers.start("pytorch");
    }

    @Test
    void modelsOfOnnxAreRefused() {
        final NetworkSource source = new NetworkSource.Onnx(new byte[1], false);
        final EngineException error =
            assertThrows(EngineException.class, () -> engine().open(source, NetworkOptions.DEFAULT));
        assertTrue(error.getMessage().contains("choose the engine ONNX Runtime"), error.getMessage());
    }

    @Test
    void statesOfAnotherEngineAreRefused() {
        try (Network network = training(TinyNetwork.line(1, 0))) {
            final EngineException error = assertThrows(EngineException.class, () -> network.restore(new byte[99]));
            assertTrue(error.getMessage().contains("99 bytes is not one of this network"), error.getMessage());
        }
    }

    @Test
    void aSingleValueIsItsOwnMean() {
        final NetworkSource source = new TinyNetwork(1)
            .layer("n", new Operation.BatchNormalization(1), NetworkGraph.INPUT)
            .parameter("n/gamma", new int[] {1}, 3).parameter("n/beta", new int[] {1}, 2)
            .parameter("n/mean", new int[] {1}, 0).parameter("n/variance", new int[] {1}, 1).source("n", 1, 1);
        final Batch batch = new Batch(new Tensor(new int[] {1, 1, 1, 1}, new float[] {50}), new byte[] {1},
            new float[] {1});
        try (Network network = training(source)) {
            assertEquals(Math.log1p(Math.exp(-2)), network.train(batch, new Step(0, 1)), 1e-6);
            assertArrayEquals(new float[] {0.5f}, network.parameters().tensors().get("n/mean").values(), 1e-6f);
            assertArrayEquals(new float[] {0.99f}, network.parameters().tensors().get("n/variance").values(), 1e-6f);
        }
    }

    @Test
    void withoutNativeCodeNothingIsFetched() {
        final List<Path> classPath = EngineLibraries.find("pytorch").orElseThrow().classPath().stream()
            .filter(path -> !path.getFileName().toString().startsWith("pytorch-native")).toList();
        try (WorkerEngine engine = WorkerEngine.start(new EngineLibrary("pytorch", classPath),
            new WorkerSettings(1, WorkerSettings.LEAST_MEMORY, cache), Progress.NONE)) {
            final EngineException error = assertThrows(EngineException.class,
                () -> engine.open(TinyNetwork.line(1, 0), NetworkOptions.DEFAULT));
            final String message = error.getMessage();
            assertTrue(message.contains("PyTorch could not be loaded"), message);
            assertTrue(message.contains("Install the feature for this operating system"), message);
        }
    }
}
