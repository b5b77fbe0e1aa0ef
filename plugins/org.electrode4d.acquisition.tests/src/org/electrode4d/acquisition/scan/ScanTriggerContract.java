// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every way to ask for scans. A subclass plays the tomography control. */
@Timeout(60)
abstract class ScanTriggerContract {

    @TempDir
    Path folder;

    private TomographyControl control;
    private ScanTrigger trigger;
    private boolean vanished;

    /** The other side. */
    protected interface TomographyControl {

        /** A trigger that reaches it. */
        ScanTrigger trigger() throws Exception;

        /** Waits until the request has come, answers it, and returns the identifier that the trigger shall tell. */
        String finish(String scanId) throws Exception;

        /** Waits until the request has come and answers that it failed; false where it has no way to. */
        boolean fail(String reason) throws Exception;

        /** Goes away; false where it can not. */
        boolean vanish() throws Exception;

        /** Frees all. */
        void close() throws Exception;
    }

    protected abstract TomographyControl control() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        control = control();
        trigger = control.trigger();
    }

    @AfterEach
    void disconnect() throws Exception {
        try {
            trigger.close();
            trigger.close();
        } catch (IOException e) {
            assertTrue(vanished, () -> "closing failed: " + e.getMessage());
        }
        control.close();
    }

    protected static ScanRequest request(final String step) {
        return new ScanRequest(step, "run 1", 3.71, 0.25);
    }

    private ScanAnswer await() throws Exception {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            final Optional<ScanAnswer> answer = trigger.poll();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("no answer");
    }

    @Test
    void whatIsThereIsFoundThere() throws IOException {
        trigger.check();
        trigger.check();
        assertTrue(trigger.poll().isEmpty(), "a check asks for no scan");
    }

    @Test
    void whatIsGoneIsFoundOut() throws Exception {
        vanished = control.vanish();
        assumeTrue(vanished, "it cannot vanish");
        final IOException e = assertThrows(IOException.class, trigger::check);
        assertTrue(e.getMessage().matches("(?s).*\\. (Check|Make|Was|Correct).*"), "says what to do: "
            + e.getMessage());
    }

    @Test
    void aScanIsAnsweredOnce() throws Exception {
        trigger.check();
        assertTrue(trigger.poll().isEmpty(), "nothing was asked for");
        for (final String step : new String[] {"T0", "T1", "T2"}) {
            trigger.start(request(step));
            assertTrue(trigger.poll().isEmpty(), "not yet");
            final String id = control.finish("id-of-" + step);
            assertEquals(id, await().scanId());
            assertTrue(trigger.poll().isEmpty(), "once");
        }
    }

    @Test
    void aFailureIsToldOnceAndTheNextScanWorks() throws Exception {
        trigger.start(request("T0"));
        assumeTrue(control.fail("shutter closed"), "it has no way to tell a failure");
        final IOException e = assertThrows(IOException.class, this::await);
        assertTrue(e.getMessage().contains("T0") || e.getMessage().contains("simulated"), e.getMessage());
        assertTrue(e.getMessage().contains("shutter closed"), e.getMessage());
        assertTrue(trigger.poll().isEmpty());
        trigger.start(request("T1"));
        assertEquals(control.finish("second"), await().scanId());
    }

    @Test
    void whatWasGivenUpIsNotAnswered() throws Exception {
        trigger.abort();
        trigger.start(request("T0"));
        trigger.abort();
        assertTrue(trigger.poll().isEmpty());
        trigger.abort();
        trigger.start(request("T0"));
        awaitThreads("T0", 1);
        assertEquals(control.finish("second"), await().scanId());
    }

    @Test
    void twoScansAtOnceAreRefused() throws Exception {
        trigger.start(request("T0"));
        final IOException e = assertThrows(IOException.class, () -> trigger.start(request("T1")));
        assertTrue(e.getMessage().contains("T1"), e.getMessage());
        assertEquals(control.finish("first"), await().scanId());
    }

    @Test
    void anInterruptedThreadCanGiveUp() throws Exception {
        trigger.start(request("T0"));
        Thread.currentThread().interrupt();
        try {
            trigger.poll();
            trigger.abort();
            trigger.close();
        } finally {
            assertTrue(Thread.interrupted(), "the interruption is for others");
        }
    }

    @Test
    void noThreadIsLeft() throws Exception {
        trigger.start(request("T9"));
        trigger.close();
        awaitThreads("T9", 0);
    }

    /** Waits until not more than so many threads work for a step. */
    private static void awaitThreads(final String step, final int most) throws InterruptedException {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (threads(step) > most) {
            assertTrue(System.nanoTime() < end, "threads are left");
            Thread.sleep(1);
        }
    }

    private static long threads(final String step) {
        return Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("Electrode4D scan " + step)).count();
    }
}
