// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import net.jqwik.api.Example;

import org.electrode4d.acquisition.SystemClock;

/** Real processes, killed as by {@code kill -9}. They need a class path, which there is not inside OSGi. */
class KilledLogProperties {

    private static final int KILLS = 4;
    private static final int SAMPLES = 40;

    private static long runAndKill(final Path file) throws IOException, InterruptedException {
        final String java = ProcessHandle.current().info().command().orElseThrow();
        final Process process = new ProcessBuilder(List.of(java, "-Xmx128m", "-cp",
            System.getProperty("java.class.path"), KilledLog.class.getName(), file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long kept = -1;
        try (BufferedReader out = process.inputReader()) {
            int lines = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                kept = Long.parseLong(line);
                if (++lines == SAMPLES) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return kept;
    }

    @Example
    void noSampleIsLostOrDoubleThoughTheWriterIsKilled() throws Exception {
        final Path folder = Files.createTempDirectory("killed");
        final Path file = folder.resolve("run.log");
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                final long kept = runAndKill(file);
                final LogReport report = RunLogReader.read(file, logged -> { });
                assertTrue(kept >= kill * SAMPLES - 1, "kept " + kept);
                assertTrue(report.samples() > kept, "samples up to " + kept + " were kept, " + report);
                assertTrue(report.damages().stream().allMatch(damage -> damage.kind() == LogDamage.Kind.TORN),
                    report.toString());
            }
            RunLog.resume(file, new SystemClock()).close();
            assertEquals(0, RunLogReader.read(file, logged -> { }).openEnd());
        } finally {
            for (final String name : List.of("run.log", "run.log.lock", "run.log.reserve")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }
}
