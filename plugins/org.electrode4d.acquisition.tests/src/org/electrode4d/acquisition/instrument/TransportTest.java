// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.Instrument.Output;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.LinkClosedException;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.PseudoTerminal;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every language over a serial port, which is a pseudo-terminal, and over TCP; in real time. */
final class TransportTest {

    @TempDir
    private Path folder;

    private final SystemClock clock = new SystemClock();
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.3));

    private InstrumentSetup setup(final InstrumentKind kind, final LinkAddress address) throws IOException {
        final Optional<Path> template = kind == InstrumentKind.TEXT
            ? Optional.of(Files.writeString(folder.resolve("my example.yaml"),
                TextCommands.shipped("example-instrument.yaml"))) : Optional.empty();
        return InstrumentSetup.parse(new InstrumentSetup(kind, address, template, 2).text());
    }

    private Instrument open(final InstrumentKind kind, final LinkAddress address) throws IOException {
        return setup(kind, address).open(clock, Transcript.NONE, 0.2);
    }

    private static PseudoTerminal terminal(final InstrumentServer server, final SystemClock clock)
        throws IOException {
        assumeTrue(PseudoTerminal.isSupported(), "this system has no pseudo-terminals");
        return PseudoTerminal.open(server, clock);
    }

    private static LinkAddress serial(final PseudoTerminal terminal) {
        return LinkAddress.Serial.of(terminal.port(), 115_200);
    }

    private void use(final InstrumentKind kind, final LinkAddress address) throws Exception {
        try (Instrument instrument = open(kind, address)) {
            instrument.prepare(Bench.LIMITS);
            assertEquals(Output.OFF, instrument.output());
            instrument.apply(new Setpoint.Current(Bench.THIRD, 2.5, 4.3, 100));
            for (int i = 0; i < 3; i++) {
                final Reading reading = instrument.read();
                assertEquals(Bench.THIRD, reading.current(), 0.01 * Bench.THIRD);
                assertEquals(cell.potential(), reading.potential(), 0.01);
                assertFalse(reading.stopped());
            }
            assertEquals(Output.ON, instrument.output());
            instrument.apply(new Setpoint.OpenCircuit());
            assertEquals(0, instrument.read().current(), 1e-9);
            instrument.apply(new Setpoint.Current(-Bench.THIRD, 2.5, 4.3, 100));
        }
        // left running by a program that forgot it
        try (Instrument next = open(kind, address)) {
            next.outputOff();
            assertEquals(Output.OFF, next.output());
            assertEquals(0, cell.current(), 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCellIsChargedOverASerialPort(final InstrumentKind kind) throws Exception {
        try (PseudoTerminal terminal = terminal(SimulatedInstrument.create(kind, cell), clock)) {
            use(kind, serial(terminal));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KEITHLEY_2450", "METHODSCRIPT"})
    void aCellIsChargedOverTcp(final InstrumentKind kind) throws Exception {
        try (TcpHost host = TcpHost.open(SimulatedInstrument.create(kind, cell), clock)) {
            use(kind, new LinkAddress.Tcp("localhost", host.port()));
        }
    }

    @Test
    void aPortIsUsedByOneOnly() throws IOException {
        try (PseudoTerminal terminal = terminal(SimulatedInstrument.create(InstrumentKind.ZAHNER, cell), clock);
            Instrument first = open(InstrumentKind.ZAHNER, serial(terminal))) {
            final IOException e =
                assertThrows(IOException.class, () -> open(InstrumentKind.ZAHNER, serial(terminal)));
            assertTrue(e.getMessage().contains(terminal.port() + " could not be opened"), e.getMessage());
            assertTrue(e.getMessage().contains("in use by another program"), e.getMessage());
            // the first one does not mind
            assertEquals(0, first.read().current(), 1e-12);
        }
    }

    @Test
    void aPortIsFreeAgainAfterTheWrongInstrumentHasAnswered() throws IOException {
        try (PseudoTerminal terminal = terminal(SimulatedInstrument.create(InstrumentKind.ZAHNER, cell), clock)) {
            assertThrows(WrongInstrumentException.class, () -> open(InstrumentKind.TEXT, serial(terminal)));
            open(InstrumentKind.ZAHNER, serial(terminal)).close();
        }
    }

    @Test
    void pullingThePlugIsNoticed() throws IOException {
        final PseudoTerminal terminal = terminal(SimulatedInstrument.create(InstrumentKind.ZAHNER, cell), clock);
        try (Instrument instrument = open(InstrumentKind.ZAHNER, serial(terminal))) {
            terminal.unplug();
            final double start = clock.seconds();
            assertThrows(LinkClosedException.class, instrument::read);
            assertThrows(LinkClosedException.class, instrument::outputOff);
            assertTrue(clock.seconds() - start < 1, "s: " + (clock.seconds() - start));
            final IOException e =
                assertThrows(IOException.class, () -> open(InstrumentKind.ZAHNER, serial(terminal)));
            assertTrue(e.getMessage().contains("There is no serial port " + terminal.port()), e.getMessage());
        }
    }

    @Test
    void aServerThatGoesIsNoticed() throws IOException {
        final TcpHost host = TcpHost.open(SimulatedInstrument.create(InstrumentKind.ZAHNER, cell), clock);
        try (Instrument instrument = open(InstrumentKind.ZAHNER, new LinkAddress.Tcp("localhost", host.port()))) {
            host.close();
            assertThrows(LinkClosedException.class, instrument::read);
            final IOException e = assertThrows(IOException.class,
                () -> open(InstrumentKind.ZAHNER, new LinkAddress.Tcp("localhost", host.port())));
            assertTrue(e.getMessage().contains("nobody listens there"), e.getMessage());
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        final IOException e = assertThrows(IOException.class,
            () -> open(InstrumentKind.ZAHNER, new LinkAddress.Tcp("no-such-host.invalid", 5025)));
        assertTrue(e.getMessage().contains("The host \"no-such-host.invalid\" of the instrument is not known"),
            e.getMessage());
    }

    @Test
    void anInterruptedThreadStillSwitchesOff() throws IOException {
        try (PseudoTerminal terminal = terminal(SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450, cell), clock);
            Instrument instrument = open(InstrumentKind.KEITHLEY_2450, serial(terminal))) {
            instrument.prepare(Bench.LIMITS);
            instrument.apply(new Setpoint.Current(Bench.THIRD, 2.5, 4.3, 100));
            Thread.currentThread().interrupt();
            try {
                instrument.outputOff();
                assertEquals(Output.OFF, instrument.output());
            } finally {
                assertTrue(Thread.interrupted(), "the interruption is kept");
            }
        }
    }
}
