// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;

final class TextServerTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
    private final TextServer server = new TextServer(cell);
    private final Dialogue meter = new Dialogue(server, clock);

    @Test
    void talksInLines() {
        assertEquals("E4D-TEXT,1.0", meter.ask("ID?"));
        assertEquals("0", meter.ask("OUT?"));
        assertEquals(cell.potential(), Double.parseDouble(meter.ask("V?")), 1e-6);
        assertEquals("OK", meter.ask("LIMV 2.5 4.3"));
        assertEquals("OK", meter.ask("seti 1.1e-5"));
        assertEquals("OK", meter.ask("ON"));
        assertEquals("1", meter.ask("OUT?"));
        assertEquals(1.1e-5, Double.parseDouble(meter.ask("I?")), 1e-12);
        assertEquals("OK", meter.ask("OFF"));
        assertEquals("0", meter.ask("OUT?"));
        assertEquals("ERR 1 unknown command HELLO", meter.ask("HELLO"));
        assertEquals("ERR 2 a number was expected", meter.ask("SETV"));
        assertEquals("ERR 2 99 is beyond 5.0", meter.ask("SETV 99"));
        assertEquals("ERR 2 the first limit must be below the second", meter.ask("LIMV 4 3"));
    }

    @Test
    void answersTakeFiveMilliseconds() {
        final double before = clock.seconds();
        meter.ask("ID?");
        assertEquals(0.005, clock.seconds() - before, 1e-9);
    }

    @Test
    void holdsTheLimitWhenNobodyTalksToIt() {
        meter.ask("LIMV 2.5 4.3");
        meter.ask("SETI 1.1e-5");
        meter.ask("ON");
        meter.pass(10 * 3600);
        assertEquals(4.3, Double.parseDouble(meter.ask("V?")), 1e-6);
        assertEquals(4.3, cell.history().maxPotentialSeen(), 1e-9);
    }

    @Test
    void aLatchedErrorWaitsToBeCleared() {
        meter.ask("SETI 1e-5");
        meter.ask("ON");
        server.latchError(clock.seconds());
        assertEquals("0", meter.ask("OUT?"));
        assertEquals("OK", meter.ask("OFF"));
        assertEquals("ERR 3 error is latched, CLR first", meter.ask("ON"));
        assertEquals("OK", meter.ask("CLR"));
        assertEquals("OK", meter.ask("ON"));
    }

    @Test
    void aRestartForgetsTheSettings() {
        meter.ask("SETI 1e-5");
        meter.ask("ON");
        server.restart(clock.seconds());
        assertEquals("0", meter.ask("OUT?"));
        meter.ask("ON");
        assertTrue(Math.abs(Double.parseDouble(meter.ask("I?"))) < 1e-9);
    }
}
