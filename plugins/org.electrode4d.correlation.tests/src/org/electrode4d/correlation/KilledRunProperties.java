// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.electrode4d.volume.Progress;

/** Real processes, killed as by {@code kill -9}. They need a class path, which there is not inside OSGi. */
class KilledRunProperties {

    private static final int MOST_SECONDS = 120;

    private static Process start(final Path folder, final Path result) throws IOException {
        final String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(List.of(java, "-Xmx512m", "-cp", System.getProperty("java.class.path"),
            KilledRun.class.getName(), folder.toString(), result.toString()))
            .redirectErrorStream(true).redirectOutput(folder.resolveSibling("output").toFile()).start();
    }

    private static long bytes(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> found = files.toList();
            return found.isEmpty() ? 0 : Files.size(found.get(0));
        }
    }

    /** Kills a run as soon as its checkpoint has grown to a size. */
    private static void kill(final Path folder, final Path result, final long bytes) throws Exception {
        final Process process = start(folder, result);
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (process.isAlive() && bytes(folder) < bytes && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        assertTrue(process.isAlive(), () -> output(folder));
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(result), "it had finished before it was killed");
    }

    private static String output(final Path folder) {
        try {
            return Files.readString(folder.resolveSibling("output"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Example
    void aKilledRunGoesOnWithTheSameBits() throws Exception {
        final Path base = Files.createTempDirectory("killed");
        try {
            final Path folder = Files.createDirectory(base.resolve("checkpoints"));
            final Path result = base.resolve("result");
            long before = -1;
            for (final long bytes : new long[] {20, 2_000, 9_000, 18_000}) {
                kill(folder, result, bytes);
                assertTrue(bytes(folder) > before, "the checkpoint does not grow");
                before = bytes(folder);
            }
            final Process last = start(folder, result);
            assertTrue(last.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> output(folder));
            assertEquals(0, last.exitValue(), () -> output(folder));
            final Path uninterrupted = base.resolve("uninterrupted");
            KilledRun.write(KilledRun.correlate(KilledRun.settings(), Progress.NONE), uninterrupted);
            assertArrayEquals(Files.readAllBytes(uninterrupted), Files.readAllBytes(result));
        } finally {
            try (Stream<Path> tree = Files.walk(base)) {
                for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
