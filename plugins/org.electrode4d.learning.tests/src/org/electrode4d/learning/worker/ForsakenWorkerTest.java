// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers do not outlive the program that started them, however it ends, and leave no files. */
class ForsakenWorkerTest {

    @TempDir
    private Path folder;

    private Process start(final String... arguments) throws Exception {
        final Path temporary = folder.resolve("temporary");
        temporary.toFile().mkdirs();
        final String classPath = Stream.of(FakeEngine.class, Engine.class, Progress.class)
            .map(type -> FakeWorkers.place(type).toString()).distinct().collect(Collectors.joining(File.pathSeparator));
        final List<String> command = Stream.concat(Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
            "-Djava.io.tmpdir=" + temporary, "-cp", classPath, ForsakenWorker.class.getName(), folder.toString()),
            Stream.of(arguments)).toList();
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void expectNothingLeft(final List<ProcessHandle> workers) throws Exception {
        for (final ProcessHandle worker : workers) {
            worker.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(worker.isAlive());
        }
        assertEquals(List.of(), List.of(folder.resolve("temporary").toFile()
            .list((parent, name) -> name.startsWith("electrode4d"))));
    }

    @Test
    void aProgramIsKilledWhileItsWorkerComputes() throws Exception {
        final Process program = start();
        try (BufferedReader out = program.inputReader()) {
            assertEquals("started", out.readLine());
            final List<ProcessHandle> workers = program.descendants().toList();
            assertEquals(1, workers.size());
            program.destroyForcibly();
            expectNothingLeft(workers);
        }
    }

    @Test
    void aProgramEndsWithoutClosingItsWorker() throws Exception {
        final Process program = start("exit");
        try (BufferedReader out = program.inputReader()) {
            assertEquals("started", out.readLine());
            final List<ProcessHandle> workers = program.descendants().toList();
            assertEquals(0, program.waitFor());
            expectNothingLeft(workers);
        }
    }
}
