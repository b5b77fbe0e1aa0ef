// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.atMost;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.currentThenHold;
import static org.electrode4d.acquisition.machine.Protocols.loop;
import static org.electrode4d.acquisition.machine.Protocols.protocol;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.scan;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.junit.jupiter.api.Test;

/** A day of cycling under a virtual clock, with a sample each second. */
final class DayTest {

    @Test
    void aDayOfCyclingPasses() {
        final double day = 86_400;
        final Protocol protocol = protocol(loop("day", seconds(day),
            currentThenHold("charge", 0.01, 4.3, atMost(Quantity.CURRENT, 0.001)),
            rest("full", seconds(600)),
            current("discharge", -0.01, atMost(Quantity.POTENTIAL, 2.5), seconds(1800)),
            rest("empty", seconds(600))), scan("end", 1));
        final Bench bench = new Bench(protocol, 3, 780).run();
        final Counters counters = bench.machine().state().counters();
        assertEquals(Phase.FINISHED, bench.machine().phase());
        final Transition end = bench.entries.stream().map(Bench.Entry::transition)
            .filter(transition -> transition.to().equals("end: BEFORE_SCAN")).findFirst().orElseThrow();
        assertEquals("loop day ends, time 24 h >= 24 h", end.reason());
        // a cycle: about 0.8 h of current and 0.3 h of hold from 2.7 V at rest, 0.9 h of discharge, 0.3 h of rests
        final long charges = bench.places().stream().filter("charge: CURRENT"::equals).count();
        assertTrue(charges >= 8 && charges <= 14, charges + " cycles");
        // scans of 780 s and rests of 60 s do not count as time of the loop
        final double pauses = counters.scans() * 840.;
        assertEquals(day + pauses, bench.readings.size(), counters.scans() + 1.);
    }
}
