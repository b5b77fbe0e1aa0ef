// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/** Deeplearning4j in a worker. */
class Dl4jEngineTest extends EngineContract {

    @Override
    protected Engine start() {
        return EngineWorkers.start("dl4j");
    }
}
