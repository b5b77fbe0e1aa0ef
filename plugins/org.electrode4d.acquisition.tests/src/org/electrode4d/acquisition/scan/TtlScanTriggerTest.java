// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** DTR is held during the scan, CTS is busy. */
class TtlScanTriggerTest extends ScanTriggerContract {

    private FakeControlLines lines = new FakeControlLines();

    private TtlScanTrigger trigger(final double pulse, final TtlSignal.Meaning meaning, final double answerTime) {
        return new TtlScanTrigger(new ScanTriggerSetup.Ttl("fake", new TtlSignal(TtlSignal.Output.DTR, pulse,
            TtlSignal.Input.CTS, meaning, answerTime), "{run}-{step}-{number}", 7), lines);
    }

    private void awaitDtr(final boolean asserted) throws InterruptedException {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (lines.dtr() != asserted) {
            assertTrue(System.nanoTime() < end, "DTR stays " + !asserted);
            Thread.sleep(1);
        }
    }

    @Override
    protected TomographyControl control() {
        return new TomographyControl() {

            private int number = 7;

            @Override
            public ScanTrigger trigger() {
                return TtlScanTriggerTest.this.trigger(0, TtlSignal.Meaning.BUSY, 30);
            }

            @Override
            public String finish(final String scanId) throws Exception {
                awaitDtr(true);
                lines.setCts(true);
                Thread.sleep(30);
                lines.setCts(false);
                awaitDtr(false);
                final String step = scanId.startsWith("id-of-") ? scanId.substring(6) : "T0";
                return "run 1-" + step + "-000" + number++;
            }

            @Override
            public boolean fail(final String reason) {
                return false;
            }

            @Override
            public boolean vanish() {
                lines.unplug();
                return true;
            }

            @Override
            public void close() {
                assertFalse(lines.dtr(), "the line is released");
            }
        };
    }

    @Test
    void aPulseAndADoneLine() throws Exception {
        lines = new FakeControlLines();
        try (TtlScanTrigger trigger = trigger(0.02, TtlSignal.Meaning.DONE, 1)) {
            trigger.start(request("T3"));
            awaitDtr(true);
            awaitDtr(false);
            assertTrue(trigger.poll().isEmpty());
            lines.setCts(true);
            final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            String id = "";
            while (id.isEmpty() && System.nanoTime() < end) {
                id = trigger.poll().map(ScanAnswer::scanId).orElse("");
            }
            assertEquals("run 1-T3-0007", id);
        }
    }

    @Test
    void aScanThatDoesNotBeginIsAFailure() throws Exception {
        lines = new FakeControlLines();
        assertEquals("Scan T0 failed: serial:fake: CTS was not asserted within 0.05 s after DTR: no scan has begun. "
            + "Check that the tomography control is armed, and the wiring.",
            ScanFailures.of(trigger(0, TtlSignal.Meaning.BUSY, 0.05), request("T0")));
    }

    @Test
    void aBusyLineBeforeTheScanIsFoundOut() {
        lines.setCts(true);
        assertEquals("serial:fake: CTS is asserted though no scan is being taken. Wait until the tomography control is "
            + "ready, or check the wiring and what the line means.",
            assertThrows(IOException.class, () -> trigger(0, TtlSignal.Meaning.BUSY, 1).check()).getMessage());
    }
}
