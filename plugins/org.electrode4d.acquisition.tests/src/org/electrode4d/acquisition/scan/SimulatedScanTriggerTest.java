// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;

class SimulatedScanTriggerTest extends ScanTriggerContract {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedScanTrigger trigger = new SimulatedScanTrigger(clock, 780);
    private int scans;

    @Override
    protected TomographyControl control() {
        return new TomographyControl() {
            @Override
            public ScanTrigger trigger() {
                return trigger;
            }

            @Override
            public String finish(final String scanId) {
                scans += scans == 0 && scanId.equals("second") ? 2 : 1;
                clock.sleepUntil(clock.seconds() + 780);
                return String.format(Locale.ROOT, "scan_%04d", scans);
            }

            @Override
            public boolean fail(final String reason) {
                scans++;
                trigger.failingAt(1, reason);
                clock.sleepUntil(clock.seconds() + 780);
                return true;
            }

            @Override
            public boolean vanish() {
                return false;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Test
    void aScanTakesItsTime() throws IOException {
        trigger.start(request("T0"));
        clock.sleepUntil(779.9);
        assertTrue(trigger.poll().isEmpty());
        clock.sleepUntil(780);
        assertEquals("scan_0001", trigger.poll().orElseThrow().scanId());
    }

    @Test
    void silenceAndLateness() throws IOException {
        trigger.silentAt(1).lateAt(2, 20);
        trigger.start(request("T0"));
        clock.sleepUntil(1e9);
        assertTrue(trigger.poll().isEmpty());
        trigger.abort();
        trigger.start(request("T1"));
        clock.sleepUntil(1e9 + 799);
        assertTrue(trigger.poll().isEmpty());
        clock.sleepUntil(1e9 + 800);
        assertEquals("scan_0002", trigger.poll().orElseThrow().scanId());
    }
}
