// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;

final class ZahnerServerTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
    private final ZahnerServer server = new ZahnerServer(cell);
    private final Dialogue meter = new Dialogue(server, clock);

    private void accepted(final String... lines) {
        for (final String line : lines) {
            assertEquals("ok", meter.ask(line), line);
        }
    }

    @Test
    void everyLineHasOneAnswer() {
        assertEquals("ZAHNER-ELEKTRIK,PP212,33000,1.0.0", meter.ask("*IDN?"));
        accepted("*CLS", ":SESO:COUP gal", ":SESO:IVAL 1.11e-5", ":SESO:STAT ON");
        assertEquals(1.11e-5, Double.parseDouble(meter.ask(":MEAS:CURR?")), 1e-11);
        assertEquals(cell.potential(), Double.parseDouble(meter.ask(":MEAS:VOLT?")), 1e-3);
        assertEquals("2.500000e+01", meter.ask(":MEAS:TEMP?"));
        accepted(":SESO:STAT OFF");
        assertEquals("error 27", meter.ask(":SESO:NONS 1"));
        assertEquals("error 100", meter.ask(":SESO:UVAL 99"));
        assertEquals("error 1000", meter.ask(":MEAS:RMPT?"));
        assertEquals("0", meter.ask("*CLS?"));
    }

    @Test
    void aPrimitiveEndsByItselfAndMakesOthersWait() {
        accepted(":SESO:COUP pot", ":PARA:UVAL 4.2", ":PARA:TMAX 10 s");
        final double before = clock.seconds();
        meter.tell(":MEAS:POGA?", "*CLS?");
        clock.sleepUntil(before + 9.9);
        assertEquals(List.of("ok", "0"), meter.hear(2));
        assertEquals(before + 10, clock.seconds(), 0.02);
        assertEquals(0, cell.current(), 1e-15);
        assertEquals(4.2, cell.history().maxPotentialSeen(), 1e-9);
    }

    @Test
    void aGlobalLimitEndsAPrimitiveAndIsLatched() {
        accepted(":SESO:ULIM:MAX 4.3", ":SESO:ULIM:MIN 2.5", ":SESO:ULIM:STAT ON", ":SESO:COUP gal",
            ":PARA:IVAL 3e-5", ":PARA:TMAX 1 h");
        meter.tell(":MEAS:POGA?");
        clock.sleepUntil(clock.seconds() + 3600);
        assertEquals("error 1003", meter.hear());
        assertEquals("1003", meter.ask("*CLS?"));
        assertEquals("error 1006", meter.ask(":MEAS:POGA?"));
        assertEquals("error 1006", meter.ask(":SESO:STAT ON"));
        accepted("*CLS", ":SESO:STAT ON");
        assertEquals(4.3, cell.history().maxPotentialSeen(), 2e-3);
    }

    @Test
    void limitsAreNotLookedAtOutsidePrimitives() {
        accepted(":SESO:ULIM:MAX 4.3", ":SESO:ULIM:STAT ON", ":SESO:COUP gal", ":SESO:IVAL 1.11e-5", ":SESO:STAT ON");
        meter.pass(7200);
        assertEquals("ON", meter.ask(":SESO:STAT?"));
        assertTrue(cell.history().maxPotentialSeen() > 4.31, "V: " + cell.history().maxPotentialSeen());
    }

    @Test
    void aClearedErrorDoesNotSwitchOnAgain() {
        accepted(":SESO:COUP pot", ":SESO:UVAL 4.2", ":SESO:STAT ON");
        server.latchError(clock.seconds());
        accepted("*CLS", ":SESO:UVAL 4.1");
        assertEquals("OFF", meter.ask(":SESO:STAT?"));
        assertEquals(0, cell.current(), 1e-15);
    }

    @Test
    void anAbortSwitchesOffAndIsLatched() {
        accepted(":SESO:COUP gal", ":PARA:IVAL 1e-6", ":PARA:TMAX 1 h");
        meter.tell(":MEAS:POGA?");
        meter.pass(60);
        assertEquals("ok", meter.ask("ABOR"));
        assertEquals("error 1005", meter.hear());
        assertEquals("OFF", meter.ask(":SESO:STAT?"));
        assertEquals("error 1006", meter.ask(":SESO:STAT ON"));
        accepted("*CLS");
    }

    @Test
    void aParameterLimitEndsAPrimitiveWithoutAnError() {
        accepted(":SESO:COUP pot", ":PARA:UVAL 4.2", ":PARA:TMAX 10 h", ":PARA:ILIM:MIN 3e-6", ":PARA:ILIM:STAT ON");
        meter.tell(":MEAS:POGA?");
        clock.sleepUntil(clock.seconds() + 36000);
        assertEquals("ok", meter.hear());
        assertEquals("0", meter.ask("*CLS?"));
    }
}
