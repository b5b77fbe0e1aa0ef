// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** PyTorch through the Deep Java Library. */
class PyTorchEngineTest extends EngineContract {

    @Override
    protected Engine start() {
        return EngineWorkers.start("pytorch");
    }

    @Test
    void modelsOfOnnxAreRefused() {
        final NetworkSource source = new NetworkSource.Onnx(new byte[1], false);
        final EngineException error =
            assertThrows(EngineException.class, () -> engine().open(source, NetworkOptions.DEFAULT));
        assertTrue(error.getMessage().contains("ONNX Runtime"), error.getMessage());
    }
}
