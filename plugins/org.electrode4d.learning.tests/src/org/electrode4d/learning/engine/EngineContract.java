// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What every engine does alike. A test of an engine extends this class and says how the engine is started; engines that
 * do not train skip what belongs to training, and must refuse it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract implements PredictionContract, TrainingContract, ReproducibilityContract {

    private Engine engine;

    /** Starts the engine, once for all tests; closed at the end if it can be. */
    protected abstract Engine start() throws Exception;

    @BeforeAll
    void startOnce() throws Exception {
        engine = start();
    }

    @AfterAll
    void stop() throws Exception {
        if (engine instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }
}
