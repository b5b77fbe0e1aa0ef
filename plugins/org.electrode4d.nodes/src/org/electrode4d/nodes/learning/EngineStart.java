// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.volume.Progress;
import org.knime.core.node.KNIMEException;

/** Starts the engine that the user chose; tests put an engine of their own in its place. */
@FunctionalInterface
interface EngineStart {

    /** For training, in a process of its own. */
    EngineStart TRAINING = (parameters, progress) -> running(
        WorkerEngine.start(InstalledEngines.forTraining(parameters.m_engine), parameters.settings(), progress));

    /** For prediction, in a process of its own. */
    EngineStart PREDICTION = (parameters, progress) -> running(
        WorkerEngine.start(InstalledEngines.forPrediction(parameters.m_engine), parameters.settings(), progress));

    /**
     * An engine that runs.
     *
     * @param engine until it is closed
     * @param end ends what the engine runs in
     */
    record Running(Engine engine, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /**
     * Starts the engine.
     *
     * @param progress asked during all calls of the engine whether the work was cancelled
     * @throws KNIMEException if no such engine is installed
     */
    Running start(EngineNodeParameters parameters, Progress progress) throws IOException, KNIMEException;

    private static Running running(final WorkerEngine engine) {
        return new Running(engine, engine::close);
    }
}
