// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkClosedException;
import org.electrode4d.acquisition.simulation.Fault.Kind;
import org.junit.jupiter.api.Test;

final class FaultsTest {

    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));

    private Dialogue with(final Fault... faults) {
        return new Dialogue(new FaultyServer(new TextServer(cell), FaultSchedule.of(faults), 1), clock);
    }

    private static Fault from10To20(final Kind kind, final double amount) {
        return new Fault(kind, 10, 20, amount);
    }

    @Test
    void anAnswerIsMissingButItsCommandIsFollowed() {
        final Dialogue meter = with(from10To20(Kind.NO_ANSWER, 0));
        meter.ask("SETI 1e-5");
        meter.pass(10);
        assertEquals("<silence>", meter.ask("ON"));
        meter.pass(10);
        assertEquals("1", meter.ask("OUT?"));
    }

    @Test
    void aCommandIsLost() {
        final Dialogue meter = with(from10To20(Kind.COMMAND_LOST, 0));
        meter.pass(10);
        assertEquals("<silence>", meter.ask("ON"));
        meter.pass(10);
        assertEquals("0", meter.ask("OUT?"));
    }

    @Test
    void aLineBreaksOff() {
        final Dialogue meter = with(from10To20(Kind.HALF_LINE, 0));
        meter.pass(10);
        assertEquals("E4D-TE<silence>", meter.ask("ID?"));
    }

    @Test
    void garbageComesFromTheSeed() {
        final Dialogue one = with(from10To20(Kind.GARBAGE, 0));
        final Dialogue other = with(from10To20(Kind.GARBAGE, 0));
        clock.sleepUntil(12);
        final String garbage = one.ask("ID?");
        assertNotEquals("E4D-TEXT,1.0", garbage);
        assertEquals(garbage, other.ask("ID?"));
    }

    @Test
    void anotherAnswerComes() {
        final Dialogue meter = with(from10To20(Kind.OTHER_ANSWER, 0));
        meter.ask("ID?");
        meter.pass(10);
        assertEquals("E4D-TEXT,1.0", meter.ask("OUT?"));
    }

    @Test
    void anAnswerIsLate() {
        final Dialogue meter = with(from10To20(Kind.DELAY, 3));
        clock.sleepUntil(12);
        assertEquals("<silence>", meter.ask("OUT?"));
        assertEquals("0", meter.hear());
        assertEquals(15.005, clock.seconds(), 1e-6);
    }

    @Test
    void valuesOverflow() {
        final Dialogue meter = with(from10To20(Kind.OVERFLOW, 0));
        clock.sleepUntil(12);
        assertEquals("OVERFLOW", meter.ask("V?"));
        clock.sleepUntil(20);
        assertTrue(meter.ask("V?").matches("3.*E\\+00"));
    }

    @Test
    void theInstrumentFailsOrRestartsAtItsTime() {
        final Dialogue meter = with(new Fault(Kind.LATCHED_ERROR, 100, 100, 0), new Fault(Kind.RESTART, 200, 200, 0));
        meter.ask("SETI 1e-5");
        meter.ask("ON");
        meter.pass(150);
        assertEquals("0", meter.ask("OUT?"));
        // it was at work for 100 s though nobody looked
        assertEquals(100 * 1e-5, cell.passedCharge(), 1e-6);
        meter.ask("CLR");
        meter.ask("ON");
        meter.pass(100);
        assertEquals("0", meter.ask("OUT?"));
    }

    @Test
    void offIsIgnored() {
        final Dialogue meter = with(from10To20(Kind.OFF_IGNORED, 2));
        meter.ask("ON");
        clock.sleepUntil(12);
        assertEquals("OK", meter.ask("OFF"));
        assertEquals("OK", meter.ask("OFF"));
        assertEquals("1", meter.ask("OUT?"));
        assertEquals("OK", meter.ask("OFF"));
        assertEquals("0", meter.ask("OUT?"));
    }

    @Test
    void anUnpluggedLinkStaysDeadAndANewOneCanBeOpenedLater() throws IOException {
        final FaultSchedule schedule = FaultSchedule.of(from10To20(Kind.UNPLUGGED, 0));
        final FaultyServer server = new FaultyServer(new TextServer(cell), schedule, 1);
        final Link first = FaultyLink.open(new InProcessLink(server, clock), schedule, clock);
        final byte[] buffer = new byte[100];
        first.write("ID?\n".getBytes());
        assertEquals(13, first.read(buffer, 5));
        assertThrows(LinkClosedException.class, () -> first.read(buffer, 100));
        assertEquals(10, clock.seconds(), 1e-9);
        assertThrows(LinkClosedException.class,
            () -> FaultyLink.open(new InProcessLink(server, clock), schedule, clock));
        clock.sleepUntil(20);
        assertThrows(LinkClosedException.class, () -> first.write(new byte[1]));
        final Link second = FaultyLink.open(new InProcessLink(server, clock), schedule, clock);
        second.write("ID?\n".getBytes());
        assertEquals(13, second.read(buffer, 30));
    }

    @Test
    void schedulesComeFromTheSeed() {
        assertEquals(FaultSchedule.random(3, 1e4), FaultSchedule.random(3, 1e4));
        assertNotEquals(FaultSchedule.random(3, 1e4), FaultSchedule.random(4, 1e4));
        for (int seed = 0; seed < 200; seed++) {
            final FaultSchedule schedule = FaultSchedule.random(seed, 1e4);
            assertTrue(!schedule.faults().isEmpty() && schedule.faults().size() <= 6);
            for (final Fault fault : schedule.faults()) {
                assertTrue(fault.start() >= 0 && fault.start() < 1e4 && fault.end() > fault.start());
                assertTrue(fault.end() < FOR_EVER || fault.kind() == Kind.UNPLUGGED);
            }
            assertEquals(schedule.faults().get(0).start() + 5, schedule.later(5).faults().get(0).start());
        }
    }

    @Test
    void aLinkThatIsClosedByAnotherThreadEndsItsWait() throws Exception {
        final Link link = new InProcessLink(new TextServer(cell), new SystemClock());
        final Thread closer = new Thread(() -> {
            try {
                link.close();
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        });
        closer.start();
        assertThrows(LinkClosedException.class, () -> link.read(new byte[10], 60));
        closer.join();
        assertTrue(!Thread.currentThread().isInterrupted());
    }
}
