// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WorkerCommandTest {

    private static final WorkerCommand COMMAND = new WorkerCommand(new EngineLibrary("e", List.of()),
        new WorkerSettings(3, 1L << 30, Path.of("cache")), new WorkerFolder(Path.of("folder")));

    @Test
    void whatTheUserSetsForOtherProgramsDoesNotReachTheWorker() {
        final Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin", "ENGINE_CACHE_DIR", "/elsewhere",
            "DJL_CACHE_DIR", "/elsewhere", "PYTORCH_VERSION", "1.13.1", "OMP_NUM_THREADS", "64", "OMP_PROC_BIND",
            "true", "JAVA_TOOL_OPTIONS", "-Xmx1m", "BACKEND_PRIORITY_GPU", "9"));
        COMMAND.prepare(environment);
        assertEquals(Map.of("PATH", "/bin", "OMP_NUM_THREADS", "3", "OPENBLAS_NUM_THREADS", "3", "MKL_NUM_THREADS", "3",
            "VECLIB_MAXIMUM_THREADS", "3", "OMP_WAIT_POLICY", "PASSIVE"), environment);
    }
}
