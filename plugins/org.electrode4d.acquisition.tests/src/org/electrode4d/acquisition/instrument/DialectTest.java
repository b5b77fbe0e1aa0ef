// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.instrument.Instrument.Output;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;
import org.electrode4d.acquisition.simulation.ZahnerServer;
import org.junit.jupiter.api.Test;

/** What is peculiar to a language, on answers that are written out. */
final class DialectTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final Deque<String> errors = new ArrayDeque<>();
    private String language = "SCPI";
    private String offMode = "HIMP";
    private String output = "0";
    private String reading = "4.1000000E+00,1.0000000E-05";

    private String keithley(final String line) {
        if (line.startsWith(":OUTP O")) {
            output = line.endsWith("ON") ? "1" : "0";
        }
        final String answer = switch (line) {
            case "*IDN?" -> "KEITHLEY INSTRUMENTS,MODEL 2450,04123456,1.7.0b";
            case "*LANG?" -> language;
            case ":SYST:ERR?" -> errors.isEmpty() ? "0,\"No error;0;0 0\"" : errors.poll();
            case ":OUTP?" -> output;
            case ":OUTP:CURR:SMOD?", ":OUTP:VOLT:SMOD?" -> offMode;
            case ":READ? \"defbuffer1\", SOUR, READ" -> reading;
            default -> null;
        };
        return answer == null ? null : answer + "\n";
    }

    private final ScriptedLink link = new ScriptedLink(clock, this::keithley);
    private final Keithley2450 keithley = new Keithley2450(link, clock, Transcript.NONE, 2);

    @Test
    void aKeithleyInAnotherCommandSetIsRefused() throws IOException {
        assertEquals("04123456", keithley.identify().serialNumber());
        language = "TSP";
        final WrongInstrumentException e = assertThrows(WrongInstrumentException.class, keithley::identify);
        assertTrue(e.getMessage().contains("command set \"TSP\"; choose SCPI"), e.getMessage());
        language = "SCPI2400";
        assertThrows(WrongInstrumentException.class, keithley::identify);
    }

    @Test
    void aKeithleyThatWouldLoadTheCellWhenOffIsNotOff() throws IOException {
        keithley.prepare(Bench.LIMITS);
        assertEquals(Output.OFF, keithley.output());
        offMode = "NORM";
        assertEquals(Output.ON, keithley.output());
        final InstrumentException e =
            assertThrows(InstrumentException.class, () -> keithley.prepare(Bench.LIMITS));
        assertTrue(e.getMessage().contains("off in a mode that loads the cell"), e.getMessage());
    }

    @Test
    void oldErrorsAreClearedAndNewOnesEndASetPointBeforeTheOutputIsOn() throws IOException {
        errors.add("-113,\"Undefined header\"");
        errors.add("5076,\"old\"");
        keithley.prepare(Bench.LIMITS);
        errors.add("-222,\"Parameter data out of range\"");
        link.sent.clear();
        final InstrumentException e = assertThrows(InstrumentException.class,
            () -> keithley.apply(new Setpoint.Current(1e-5, 2.5, 4.3, 100)));
        assertTrue(e.getMessage().contains("reports error -222,\"Parameter data out of range\""), e.getMessage());
        assertFalse(link.sent.contains(":OUTP ON"), link.sent.toString());
    }

    @Test
    void aKeithleySourcesTheBoundOfACurrent() throws IOException {
        keithley.prepare(Bench.LIMITS);
        link.sent.clear();
        keithley.apply(new Setpoint.Current(1e-5, 2.5, 4.3, 100));
        assertTrue(link.sent.containsAll(List.of(":SOUR:FUNC VOLT", ":SOUR:VOLT 4.3005000E+00",
            ":SOUR:VOLT:ILIM 1.0000000E-05", ":OUTP ON")), link.sent.toString());
        link.sent.clear();
        keithley.apply(new Setpoint.Current(-5e-6, 2.5, 4.3, 100));
        // without switching off, and never with more current than the smaller of both
        assertEquals(List.of(":SOUR:VOLT:ILIM 5.0000000E-06", ":SOUR:VOLT 2.4995000E+00", ":SYST:ERR?", ":OUTP?"),
            link.sent);
        link.sent.clear();
        keithley.apply(new Setpoint.Potential(4.3, 2e-5, 100));
        assertEquals(List.of(":SOUR:VOLT 4.3000000E+00", ":SOUR:VOLT:ILIM 2.0000000E-05", ":SYST:ERR?", ":OUTP?"),
            link.sent);
    }

    @Test
    void aKeithleyReadsTheSourceFirst() throws IOException {
        keithley.prepare(Bench.LIMITS);
        assertThrows(InstrumentException.class, keithley::read);
        keithley.apply(new Setpoint.Potential(4.1, 2e-5, 100));
        assertEquals(4.1, keithley.read().potential());
        reading = "0.0000000E+00,4.0500000E+00";
        keithley.apply(new Setpoint.OpenCircuit());
        final Reading rest = keithley.read();
        assertEquals(4.05, rest.potential());
        assertEquals(0, rest.current());
        assertFalse(rest.stopped());
        output = "0";
        assertTrue(keithley.read().stopped());
        for (final String wrong : new String[] {"9.9E+37,1E-5", "4.1", "4.1,", "4.1,nan", "4.1,1E-5,1E-5", "1000,0"}) {
            reading = wrong;
            assertThrows(InvalidReadingException.class, keithley::read, wrong);
        }
    }

    @Test
    void theDataPortOfAZahnerIsRefused() {
        final Zahner zahner = new Zahner(new ScriptedLink(clock,
            line -> line.equals("*IDN?") ? "ZAHNER-ELEKTRIK,PP212,33000,1.0.0 binary\n" : null), clock,
            Transcript.NONE, 2);
        final WrongInstrumentException e = assertThrows(WrongInstrumentException.class, zahner::identify);
        assertTrue(e.getMessage().contains("data port"), e.getMessage());
    }

    @Test
    void aZahnerThatCannotBeAskedForItsOutputIsNotUsed() {
        final Zahner zahner = new Zahner(new ScriptedLink(clock, line -> switch (line) {
            case "*IDN?" -> "ZAHNER-ELEKTRIK,PP212,33000,1.0.0\n";
            case ":SESO:STAT?" -> "error 27\n";
            default -> "ok\n";
        }), clock, Transcript.NONE, 2);
        final InstrumentException e = assertThrows(InstrumentException.class, () -> zahner.prepare(Bench.LIMITS));
        assertTrue(e.getMessage().contains("cannot be asked whether its output is off: error 27, unknown command"),
            e.getMessage());
    }

    @Test
    void aZahnerThatItsOwnLimitHasStoppedSaysSo() throws IOException {
        final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.97));
        final Zahner zahner = new Zahner(new InProcessLink(new ZahnerServer(new SimulatedPotentiostat(cell), true),
            clock), clock, Transcript.NONE, 2);
        zahner.prepare(Bench.LIMITS);
        zahner.apply(new Setpoint.Current(Bench.THIRD, 2.5, 4.3, 1e4));
        clock.sleepUntil(3000);
        final Reading stopped = zahner.read();
        assertTrue(stopped.stopped());
        assertEquals(0, stopped.current(), 1e-12);
        assertTrue(cell.history().maxPotentialSeen() <= 4.301, "V: " + cell.history().maxPotentialSeen());
        zahner.apply(new Setpoint.Current(-Bench.THIRD, 2.5, 4.3, 1e4));
        assertFalse(zahner.read().stopped());
        assertEquals(-Bench.THIRD, zahner.read().current(), 0.01 * Bench.THIRD);
    }

    @Test
    void aZahnerThatAnswersWithItsErrorIsStopped() throws IOException {
        final String[] latched = {""};
        final Zahner zahner = new Zahner(new ScriptedLink(clock, line -> {
            if (line.equals("*CLS")) {
                latched[0] = "";
            }
            return switch (line) {
                case "*IDN?" -> "ZAHNER-ELEKTRIK,PP212,33000,1.0.0\n";
                case ":SESO:STAT?" -> "0\n";
                case ":MEAS:VOLT?" -> latched[0].isEmpty() ? "4.2\n" : latched[0];
                case ":MEAS:CURR?" -> "0\n";
                default -> "ok\n";
            };
        }), clock, Transcript.NONE, 2);
        zahner.prepare(Bench.LIMITS);
        assertFalse(zahner.read().stopped());
        for (final String error : new String[] {"error 1003\n", "1006\n"}) {
            latched[0] = error;
            assertTrue(zahner.read().stopped());
            assertTrue(zahner.read().stopped());
            zahner.outputOff();
        }
        latched[0] = "error 1007\n";
        final InstrumentException e = assertThrows(InstrumentException.class, zahner::read);
        assertTrue(e.getMessage().contains("error 1007, calibration error"), e.getMessage());
    }
}
