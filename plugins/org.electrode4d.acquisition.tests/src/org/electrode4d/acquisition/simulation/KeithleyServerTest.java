// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;

final class KeithleyServerTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
    private final Dialogue meter = new Dialogue(new KeithleyServer(cell), clock);

    @Test
    void saysWhatItIs() {
        assertEquals("KEITHLEY INSTRUMENTS,MODEL 2450,04000001,1.7.12b", meter.ask("*IDN?"));
        assertEquals("SCPI", meter.ask("*LANG?"));
    }

    @Test
    void takesShortAndLongFormsInAnyCase() {
        meter.tell(":SOUR:FUNC VOLT", "source1:voltage:level:immediate:amplitude 4.3", ":SOUR:VOLT:ILIM 1e-5");
        assertEquals("4.30000000E+00", meter.ask(":SOURCE:VOLTAGE?"));
        assertEquals("1.00000000E-05", meter.ask("sour:volt:ilim?"));
        assertEquals("VOLT;4.30000000E+00", meter.ask("SOUR:FUNC?;VOLT?"));
        assertEquals("0,\"No error;0;0 0\"", meter.ask(":SYST:ERR?"));
    }

    @Test
    void queuesErrors() {
        meter.tell("SOUR:BATT 3", "SOUR:VOLT much", "SOUR:VOLT 900");
        assertEquals("-113,\"Undefined header\"", meter.ask("SYST:ERR?"));
        assertEquals("-104,\"Data type error\"", meter.ask("SYST:ERR?"));
        assertEquals("-222,\"Parameter data out of range\"", meter.ask("SYST:ERR?"));
        assertEquals("0,\"No error;0;0 0\"", meter.ask("SYST:ERR?"));
    }

    @Test
    void chargesWithACurrentUntilItHoldsThePotential() {
        meter.tell("OUTP:VOLT:SMOD HIMP;:OUTP:CURR:SMOD HIMP", "SENS:CURR:RSEN ON", "SOUR:FUNC VOLT",
            "SENS:FUNC \"CURR\"", "SOUR:VOLT 4.3;VOLT:ILIM 11.1e-6;VOLT:READ:BACK ON", "OUTP ON");
        final String[] charging = meter.ask("READ? \"defbuffer1\", SOUR, READ").split(",");
        assertEquals(1.11e-5, Double.parseDouble(charging[1]), 1e-12);
        assertTrue(Double.parseDouble(charging[0]) < 4.1, charging[0]);
        assertEquals("1", meter.ask("SOUR:VOLT:ILIM:TRIP?"));
        meter.pass(3 * 3600);
        final String[] holding = meter.ask("READ? \"defbuffer1\", SOUR, READ").split(",");
        assertEquals(4.3, Double.parseDouble(holding[0]), 1e-9);
        assertTrue(Double.parseDouble(holding[1]) < 1.1e-5, holding[1]);
        assertEquals("0", meter.ask("SOUR:VOLT:ILIM:TRIP?"));
        meter.tell("OUTP OFF");
        assertEquals("0", meter.ask("OUTP?"));
        assertEquals("9.9E+37", meter.ask("READ?"));
        assertEquals(4.3, cell.history().maxPotentialSeen(), 1e-9);
        assertEquals(0, cell.current(), 1e-15);
    }

    @Test
    void aResetWithoutHighImpedanceDrainsTheCell() {
        final double before = cell.stateOfCharge();
        meter.tell("*RST");
        meter.pass(60);
        assertTrue(cell.stateOfCharge() < before - 0.04, "state of charge " + cell.stateOfCharge());
        meter.tell("OUTP:VOLT:SMOD HIMP");
        final double after = cell.stateOfCharge();
        meter.pass(60);
        assertEquals(after, cell.stateOfCharge(), 1e-3);
    }

    @Test
    void anotherSourceFunctionSwitchesTheOutputOff() {
        meter.tell("SOUR:FUNC CURR;CURR 1e-6;CURR:VLIM 4.3", "OUTP ON");
        assertEquals("1", meter.ask("OUTP?"));
        meter.tell("SOUR:FUNC VOLT");
        assertEquals("0", meter.ask("OUTP?"));
    }

    @Test
    void canFailToSwitchOff() {
        final KeithleyServer server = new KeithleyServer(cell);
        final Dialogue stuck = new Dialogue(server, clock);
        stuck.tell("SOUR:FUNC CURR;CURR 1e-6;CURR:VLIM 4.3", "OUTP ON");
        server.ignoreOff(1);
        stuck.tell("OUTP OFF");
        assertEquals("1", stuck.ask("OUTP?"));
        stuck.tell("OUTP OFF");
        assertEquals("0", stuck.ask("OUTP?"));
    }
}
