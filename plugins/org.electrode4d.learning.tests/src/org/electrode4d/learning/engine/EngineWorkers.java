// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Progress;

/** Engines in workers of one thread, as users have them; tests are skipped where the libraries are absent. */
final class EngineWorkers {

    private static final long MEMORY = 1L << 30;

    private EngineWorkers() { }

    static boolean isInstalled(final String id) {
        return EngineLibraries.find(id).isPresent();
    }

    static WorkerEngine start(final String id) {
        final Optional<EngineLibrary> library = EngineLibraries.find(id);
        assumeTrue(library.isPresent(), () -> "the libraries of the engine " + id + " are not in "
            + System.getProperty(EngineLibraries.FOLDER));
        final Path cache = Path.of(System.getProperty(EngineLibraries.FOLDER), "org.electrode4d.learning.tests",
            "target", "engines");
        return WorkerEngine.start(library.get(), new WorkerSettings(1, MEMORY, cache), Progress.NONE);
    }
}
