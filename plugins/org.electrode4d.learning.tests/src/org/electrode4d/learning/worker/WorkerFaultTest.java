// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.learning.worker.FakeEngine.Fault;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A worker ends in all ways in which processes end: the program lives on and knows why. */
class WorkerFaultTest {

    private static final Tensor IMAGE = Tensor.zeros(1, 1, 2, 2);
    private static final String MEMORY_ADVICE = "Give the engine more memory, or choose a smaller base width or "
        + "smaller tiles; a training with a checkpoint folder goes on from its last epoch.";

    @TempDir
    private Path folder;

    private String failure(final Fault fault) throws IOException {
        try (WorkerEngine engine = FakeWorkers.start(folder, Progress.NONE);
                Network network = FakeWorkers.open(engine, fault)) {
            final String message = assertThrows(EngineException.class, () -> network.predict(IMAGE)).getMessage();
            assertEquals("The worker of the engine fake runs no more.",
                assertThrows(EngineException.class, network::parameters).getMessage());
            return message;
        } finally {
            assertEquals(List.of(), leftovers());
        }
    }

    private static List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("electrode4d-fake-")).toList();
        }
    }

    @Test
    void anExit() throws IOException {
        assertEquals("The worker of the engine fake stopped: it ended with exit code 6. It printed nothing. Run it "
            + "again: a training with a checkpoint folder goes on from its last epoch. If it ends again, choose "
            + "smaller tiles or another engine.", failure(Fault.HALT));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKill() throws IOException {
        assertEquals("The worker of the engine fake stopped: it was killed (signal 9), by somebody or by the system "
            + "for want of memory. Its log ends: dnnl: assertion failed: size < limit. " + MEMORY_ADVICE,
            failure(Fault.KILL));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFailedAssertionOfNativeCode() throws IOException {
        final String message = failure(Fault.ABORT);
        assertTrue(message.startsWith("The worker of the engine fake stopped: its native code crashed (signal 6, "
            + "abort). Its log ends: dnnl: assertion failed: size < limit"), message);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCrashOfNativeCode() throws IOException {
        final String message = failure(Fault.CRASH);
        assertTrue(message.startsWith("The worker of the engine fake stopped: its native code crashed. Its log "
            + "ends: SIGSEGV (0xb) at pc="), message);
    }

    @Test
    void noMemoryInTheHeap() throws IOException {
        final String message = failure(Fault.HEAP);
        assertTrue(message.startsWith("The worker of the engine fake stopped: it ran out of memory (0.5 GiB are "
            + "allowed). Its log ends: "), message);
        assertTrue(message.endsWith(MEMORY_ADVICE), message);
    }

    @Test
    void noMemoryBesideTheHeap() throws IOException {
        final String message = failure(Fault.NATIVE_MEMORY);
        assertTrue(message.startsWith("The worker of the engine fake stopped: it ran out of memory (0.5 GiB are "
            + "allowed). Its log ends: "), message);
        assertTrue(message.contains("Physical memory usage is too high: 3G > 2G"), message);
    }

    /** Is cancelled at the fourth question after {@link #hurry}, when the worker is at work, as KNIME cancels. */
    private static final class Impatience implements Progress {

        private int questions = Integer.MIN_VALUE;
        private long cancelled;

        void hurry() {
            questions = 0;
        }

        @Override
        public void check() {
            if (++questions > 3) {
                cancelled = System.nanoTime();
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        @Override
        public void report(final double fraction, final String message) {
            throw new AssertionError(message);
        }
    }

    @Test
    void cancelKillsWithinASecond() throws IOException {
        final Impatience progress = new Impatience();
        try (WorkerEngine engine = FakeWorkers.start(folder, progress);
                Network network = FakeWorkers.open(engine, Fault.HANG)) {
            final ProcessHandle worker = ProcessHandle.current().children().filter(ProcessHandle::isAlive).findAny()
                .orElseThrow();
            progress.hurry();
            assertThrows(CancellationException.class, () -> network.predict(IMAGE));
            assertTrue(System.nanoTime() - progress.cancelled < 1_000_000_000L);
            assertFalse(worker.isAlive());
            assertTrue(Thread.interrupted());
        }
        assertEquals(List.of(), leftovers());
    }

    @Test
    void anEngineThatRefusesToStart() {
        assertEquals("The fake does not want to start.", assertThrows(EngineException.class,
            () -> FakeWorkers.start(folder, Progress.NONE, "-Dfake.refuses=true")).getMessage());
    }

    @Test
    void anEngineThatEndsAtTheStart() throws IOException {
        final String message = assertThrows(EngineException.class,
            () -> FakeWorkers.start(folder, Progress.NONE, "-Dfake.exits=true")).getMessage();
        assertTrue(message.startsWith("The worker of the engine fake stopped: it ended with exit code 7. Its log ends: "
            + "no native code for this machine. "), message);
        assertEquals(List.of(), leftovers());
    }

    @Test
    void anOptionThatJavaDoesNotKnow() {
        final String message = assertThrows(EngineException.class,
            () -> FakeWorkers.start(folder, Progress.NONE, "-XX:+Fly")).getMessage();
        assertTrue(message.contains("Unrecognized VM option 'Fly'"), message);
        assertFalse(message.contains("ran out"), message);
    }
}
