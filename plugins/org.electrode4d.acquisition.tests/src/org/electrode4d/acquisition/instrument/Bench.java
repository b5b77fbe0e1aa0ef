// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.Fault;
import org.electrode4d.acquisition.simulation.FaultSchedule;
import org.electrode4d.acquisition.simulation.FaultyInstrument;
import org.electrode4d.acquisition.simulation.FaultyLink;
import org.electrode4d.acquisition.simulation.FaultyServer;
import org.electrode4d.acquisition.simulation.InProcessLink;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;

/** A simulated instrument with a micro cell, in virtual time. */
final class Bench {

    static final double CAPACITY = CellModel.MICRO_CELL_CAPACITY;
    /** C/3 in ampere. */
    static final double THIRD = CAPACITY / 3600 / 3;
    static final SafetyLimits LIMITS = new SafetyLimits(2.4, 4.35, 5 * THIRD, 1e6, 10 * CAPACITY,
        Double.POSITIVE_INFINITY);

    final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    final SimulatedCell cell;
    final List<String> heard = new ArrayList<>();
    private final FaultyInstrument instrument;
    private final Kept server;
    private final FaultSchedule schedule;

    Bench(final InstrumentKind kind, final double charge, final Fault... faults) {
        cell = new SimulatedCell(CellModel.microCell().withInitialCharge(charge));
        instrument = SimulatedInstrument.create(kind, cell);
        schedule = FaultSchedule.of(faults);
        server = new Kept(new FaultyServer(instrument, schedule, 42));
    }

    /** A new connection, as of a program that has just been started. */
    Instrument connect(final InstrumentKind kind) throws IOException {
        final Link link = FaultyLink.open(new InProcessLink(server, clock), schedule, clock);
        final Transcript transcript = new Transcript() {
            @Override
            public void sent(final String line) {
                heard.add("> " + line);
            }

            @Override
            public void received(final String line) {
                heard.add("< " + line);
            }
        };
        return kind == InstrumentKind.TEXT
            ? new TextInstrument(TextCommands.example(), link, clock, transcript, 2)
            : InstrumentSetup.of(kind, new LinkAddress.Tcp("in-process", 1))
                .on(link, clock, transcript);
    }

    /** A connection to an instrument that is prepared. */
    Instrument prepared(final InstrumentKind kind) throws IOException {
        final Instrument prepared = connect(kind);
        prepared.identify();
        prepared.prepare(LIMITS);
        return prepared;
    }

    /** Time in which nobody talks to the instrument. */
    void pass(final double seconds) {
        final double end = clock.seconds() + seconds;
        while (clock.seconds() < end) {
            clock.sleepUntil(Math.min(end, clock.seconds() + 1));
            server.listen(clock.seconds());
        }
    }

    /** What a program has sent that died in the middle of a line. */
    void passHalfCommand(final String text) {
        server.receive(text.getBytes(StandardCharsets.ISO_8859_1), clock.seconds());
    }

    /** Time up to a second of the clock. */
    void passUntil(final double second) {
        pass(second - clock.seconds());
    }

    /** Reads once a second. */
    Reading read(final Instrument from, final double seconds) throws IOException {
        final double end = clock.seconds() + seconds;
        Reading reading = from.read();
        while (clock.seconds() < end) {
            clock.sleepUntil(clock.seconds() + 1);
            reading = from.read();
        }
        return reading;
    }

    /** Whether current can flow, as the cell sees it. */
    double current() {
        server.listen(clock.seconds());
        return cell.current();
    }

    /** What an instrument has sent stays in the port until somebody reads it. */
    private static final class Kept implements InstrumentServer {

        private final InstrumentServer server;
        private final ByteArrayOutputStream port = new ByteArrayOutputStream();

        Kept(final InstrumentServer server) {
            this.server = server;
        }

        void listen(final double time) {
            port.writeBytes(server.advance(time));
        }

        @Override
        public void receive(final byte[] bytes, final double time) {
            server.receive(bytes, time);
        }

        @Override
        public double nextEvent() {
            return server.nextEvent();
        }

        @Override
        public byte[] advance(final double time) {
            listen(time);
            final byte[] bytes = port.toByteArray();
            port.reset();
            return bytes;
        }
    }
}
