// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.instrument.Instrument.Output;
import org.electrode4d.acquisition.link.LinkClosedException;
import org.electrode4d.acquisition.simulation.Fault;
import org.electrode4d.acquisition.simulation.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every driver must do, shown with the simulated instrument of its language. */
abstract class InstrumentContract {

    private static final double THIRD = Bench.THIRD;
    private static final double EVER = 1e9;

    private final InstrumentKind kind;

    private final String halfCommand;

    /** @param halfCommand with which, if it were ended, far too much current would flow */
    InstrumentContract(final InstrumentKind kind, final String halfCommand) {
        this.kind = kind;
        this.halfCommand = halfCommand;
    }

    private static Setpoint charge() {
        return new Setpoint.Current(THIRD, 2.5, 4.3, 10_000);
    }

    private static Setpoint discharge() {
        return new Setpoint.Current(-THIRD / 2, 2.5, 4.3, 10_000);
    }

    private static void assertOff(final Bench bench, final Instrument instrument) throws IOException {
        instrument.outputOff();
        assertEquals(Output.OFF, instrument.output());
        assertEquals(0, bench.current(), 1e-12);
    }

    private static void assertTrueReading(final Bench bench, final Reading reading) {
        assertEquals(bench.cell.potential(), reading.potential(), 1e-3);
        assertEquals(bench.cell.current(), reading.current(), 0.02 * THIRD);
        assertEquals(bench.clock.seconds(), reading.time(), 0.1);
    }

    @Test
    void saysWhatItIsAndTouchesNothing() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        final Identity identity = bench.connect(kind).identify();
        assertFalse(identity.model().isEmpty());
        assertFalse(identity.firmware().isEmpty());
        assertEquals(0, bench.cell.history().maxCurrentSeen(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void anotherLanguageIsRefused(final InstrumentKind other) throws IOException {
        assumeTrue(other != kind, "the same language");
        final Bench bench = new Bench(other, 0.3);
        final Instrument instrument = bench.connect(kind);
        // an instrument that does not know the question may say nothing at all
        final InstrumentException e = assertThrows(InstrumentException.class, instrument::identify);
        assertTrue(e instanceof WrongInstrumentException || e instanceof NoAnswerException, e.toString());
        assertTrue(bench.clock.seconds() <= 2.1, "s: " + bench.clock.seconds());
        assertEquals(0, bench.cell.history().maxCurrentSeen(), 1e-12);
    }

    @Test
    void silenceIsReportedInTime() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.NO_ANSWER, 0, EVER, 0));
        final Instrument instrument = bench.connect(kind);
        final NoAnswerException e = assertThrows(NoAnswerException.class, instrument::identify);
        assertTrue(e.getMessage().contains("simulation"), e.getMessage());
        assertEquals(2, bench.clock.seconds(), 0.2);
        assertThrows(NoAnswerException.class, () -> instrument.prepare(Bench.LIMITS));
        assertThrows(NoAnswerException.class, instrument::output);
        assertEquals(6, bench.clock.seconds(), 0.6);
    }

    @Test
    void isOffWhenPrepared() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        final Instrument instrument = bench.prepared(kind);
        assertEquals(Output.OFF, instrument.output());
        assertEquals(0, bench.cell.history().maxCurrentSeen(), 1e-12);
    }

    @Test
    void chargesAndDischargesAndRests() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        assertEquals(Output.ON, instrument.output());
        final Reading charging = bench.read(instrument, 60);
        assertTrueReading(bench, charging);
        assertEquals(THIRD, charging.current(), 0.01 * THIRD);
        instrument.apply(discharge());
        final Reading discharging = bench.read(instrument, 60);
        assertTrueReading(bench, discharging);
        assertEquals(-THIRD / 2, discharging.current(), 0.01 * THIRD);
        instrument.apply(new Setpoint.OpenCircuit());
        final Reading rest = bench.read(instrument, 60);
        assertTrueReading(bench, rest);
        assertEquals(0, rest.current(), 1e-9);
        assertFalse(rest.stopped());
        assertOff(bench, instrument);
    }

    @Test
    void holdsAPotentialWithTheCurrentBounded() throws IOException {
        for (final double target : new double[] {4.0, 3.6}) {
            final Bench bench = new Bench(kind, 0.3);
            final Instrument instrument = bench.prepared(kind);
            instrument.apply(new Setpoint.Potential(target, THIRD, 100_000));
            Reading reading = bench.read(instrument, 10);
            for (int i = 0; i < 1000 && Math.abs(reading.potential() - target) > 0.0005; i++) {
                reading = bench.read(instrument, 10);
            }
            reading = bench.read(instrument, 10);
            assertEquals(target, bench.cell.potential(), 0.0005);
            assertTrueReading(bench, reading);
            assertFalse(reading.stopped());
            assertTrue(bench.cell.history().maxCurrentSeen() <= 1.1 * THIRD,
                "A: " + bench.cell.history().maxCurrentSeen());
            assertOff(bench, instrument);
        }
    }

    @Test
    void endsAtTheUpperBoundWithoutPassingIt() throws IOException {
        for (final double charge : new double[] {0.9, 0.995}) {
            final Bench bench = new Bench(kind, charge);
            final Instrument instrument = bench.prepared(kind);
            bench.cell.history().forget();
            instrument.apply(charge());
            Reading reading = instrument.read();
            for (int i = 0; i < 5000 && reading.potential() < 4.3 && !reading.stopped(); i++) {
                reading = bench.read(instrument, 1);
            }
            assertTrue(reading.potential() >= 4.295, "V: " + reading.potential());
            assertTrue(bench.cell.history().maxPotentialSeen() <= 4.302,
                "V: " + bench.cell.history().maxPotentialSeen());
            assertOff(bench, instrument);
        }
    }

    @Test
    void endsAtTheLowerBoundWithoutPassingIt() throws IOException {
        final Bench bench = new Bench(kind, 0.0);
        final Instrument instrument = bench.prepared(kind);
        bench.cell.history().forget();
        instrument.apply(discharge());
        Reading reading = instrument.read();
        for (int i = 0; i < 5000 && reading.potential() > 2.5 && !reading.stopped(); i++) {
            reading = bench.read(instrument, 1);
        }
        assertTrue(reading.potential() <= 2.505, "V: " + reading.potential());
        assertTrue(bench.cell.history().minPotentialSeen() >= 2.498, "V: " + bench.cell.history().minPotentialSeen());
    }

    @Test
    void holdsItsBoundsWhenNobodyTalksToIt() throws IOException {
        final Bench bench = new Bench(kind, 0.8);
        final Instrument instrument = bench.prepared(kind);
        assumeTrue(instrument.range().holdsLimits(), "it does not say that it would");
        instrument.apply(charge());
        bench.pass(3 * 3600);
        assertTrue(bench.cell.history().maxPotentialSeen() > 4.299, "V: " + bench.cell.history().maxPotentialSeen());
        assertTrue(bench.cell.history().maxPotentialSeen() <= 4.302, "V: " + bench.cell.history().maxPotentialSeen());
    }

    @Test
    void endsByItselfWhenItsTimeIsOver() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        final Instrument instrument = bench.prepared(kind);
        assumeTrue(instrument.range().endsByItself(), "it does not say that it would");
        instrument.apply(new Setpoint.Current(THIRD, 2.5, 4.3, 30));
        assertFalse(bench.read(instrument, 20).stopped());
        bench.pass(15);
        assertEquals(0, bench.current(), 1e-12);
        for (int i = 0; i < 3; i++) {
            assertTrue(bench.read(instrument, 1).stopped());
        }
        assertTrueReading(bench, instrument.read());
        assertEquals(Output.OFF, instrument.output());
    }

    @Test
    void anInstrumentThatWasLeftRunningIsSwitchedOffByTheNextProgram() throws IOException {
        for (final Setpoint left : new Setpoint[] {charge(), new Setpoint.Potential(4, THIRD, 1e5)}) {
            final Bench bench = new Bench(kind, 0.3);
            bench.prepared(kind).apply(left);
            bench.pass(10);
            assertTrue(bench.current() > 0);
            final Instrument next = bench.connect(kind);
            next.outputOff();
            assertEquals(0, bench.current(), 1e-12);
            assertEquals(Output.OFF, next.output());
            bench.prepared(kind).apply(left);
            bench.pass(10);
            final Instrument second = bench.connect(kind);
            second.identify();
            second.prepare(Bench.LIMITS);
            assertEquals(Output.OFF, second.output());
            assertEquals(0, bench.current(), 1e-12);
        }
    }

    @Test
    void aHalfCommandOfADeadProgramDoesNotStandInTheWay() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        bench.prepared(kind).apply(charge());
        bench.passHalfCommand(halfCommand);
        final Instrument next = bench.connect(kind);
        assertOff(bench, next);
        assertTrue(bench.cell.history().maxCurrentSeen() <= 1.01 * THIRD,
            "A: " + bench.cell.history().maxCurrentSeen());
    }

    @Test
    void anOffCommandWithoutEffectIsFoundOut() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.OFF_IGNORED, 100, EVER, 7));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(101);
        boolean seenOn = false;
        for (int i = 0; i < 10; i++) {
            try {
                instrument.outputOff();
                final Output output = instrument.output();
                seenOn |= output == Output.ON;
                assertEquals(bench.current() == 0 ? Output.OFF : Output.ON, output);
            } catch (InstrumentException e) {
                seenOn = true;
            }
        }
        assertTrue(seenOn);
        assertOff(bench, instrument);
    }

    @Test
    void aLateAnswerIsNeverTakenForTheNextOne() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.DELAY, 100, 110, 2.5));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(100);
        int failures = 0;
        while (bench.clock.seconds() < 130) {
            try {
                if (bench.clock.seconds() < 120) {
                    assertEquals(Output.ON, instrument.output());
                } else {
                    assertTrueReading(bench, instrument.read());
                }
            } catch (NoAnswerException | InvalidReadingException e) {
                failures++;
            }
            bench.pass(0.3);
        }
        assertTrueReading(bench, instrument.read());
        assertTrue(kind == InstrumentKind.METHODSCRIPT || failures > 0);
        assertOff(bench, instrument);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "COMMAND_LOST", "HALF_LINE", "GARBAGE"})
    void nothingThatIsNoAnswerIsTakenForOne(final Kind fault) throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(fault, 100, 112, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(100.5);
        int failures = 0;
        while (bench.clock.seconds() < 111) {
            try {
                final Reading reading = instrument.read();
                assertTrueReading(bench, reading);
            } catch (InstrumentException e) {
                failures++;
            }
        }
        // a script goes on, whether or not its instrument hears
        assertTrue(failures > 2 || fault == Kind.COMMAND_LOST && kind == InstrumentKind.METHODSCRIPT,
            "failures: " + failures);
        bench.passUntil(113);
        assertOff(bench, instrument);
        instrument.prepare(Bench.LIMITS);
        instrument.apply(charge());
        assertTrueReading(bench, bench.read(instrument, 5));
    }

    @Test
    void anAnswerThatIsRepeatedNeverMakesARunningOutputLookOff() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.OTHER_ANSWER, 100, 120, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(99.9);
        instrument.read();
        bench.passUntil(100.5);
        for (int i = 0; i < 5; i++) {
            try {
                if (instrument.output() == Output.OFF) {
                    assertEquals(0, bench.current(), 1e-12);
                }
            } catch (InstrumentException e) {
                assertTrue(bench.clock.seconds() > 100);
            }
        }
        bench.passUntil(121);
        assertOff(bench, instrument);
    }

    @Test
    void anOverflowIsNoReading() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.OVERFLOW, 100, 110, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(101);
        assertThrows(InvalidReadingException.class, instrument::read);
        bench.pass(1);
        assertThrows(InvalidReadingException.class, instrument::read);
        bench.passUntil(112);
        assertTrueReading(bench, instrument.read());
    }

    @Test
    void anErrorIsSeenAndClearedByPreparing() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.LATCHED_ERROR, 100, EVER, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(101);
        assertStoppedOrFailed(bench, instrument);
        assertEquals(0, bench.current(), 1e-12);
        instrument.prepare(Bench.LIMITS);
        instrument.apply(charge());
        assertTrueReading(bench, bench.read(instrument, 5));
    }

    @Test
    void aLossOfPowerIsSeen() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.RESTART, 100, EVER, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(101);
        assertStoppedOrFailed(bench, instrument);
        assertEquals(0, bench.current(), 1e-12);
        assertOff(bench, instrument);
    }

    private static void assertStoppedOrFailed(final Bench bench, final Instrument instrument) {
        for (int i = 0; i < 3; i++) {
            try {
                if (instrument.read().stopped()) {
                    return;
                }
            } catch (IOException e) {
                return;
            }
            bench.pass(1);
        }
        throw new AssertionError("three readings look as if nothing had happened");
    }

    @Test
    void anUnpluggedPortIsNamed() throws IOException {
        final Bench bench = new Bench(kind, 0.3, new Fault(Kind.UNPLUGGED, 100, 200, 0));
        final Instrument instrument = bench.prepared(kind);
        instrument.apply(charge());
        bench.passUntil(100.5);
        assertThrows(LinkClosedException.class, instrument::read);
        assertThrows(LinkClosedException.class, instrument::outputOff);
        assertThrows(LinkClosedException.class, instrument::output);
        bench.passUntil(201);
        assertOff(bench, bench.connect(kind));
    }

    @Test
    void whatItCannotDoIsRefusedBeforeAnythingIsSent() throws IOException {
        final Bench bench = new Bench(kind, 0.3);
        final Instrument fresh = bench.connect(kind);
        assertThrows(InstrumentException.class, () -> fresh.apply(charge()));
        final Instrument instrument = bench.prepared(kind);
        final int said = bench.heard.size();
        for (final Setpoint wrong : new Setpoint[] {new Setpoint.Current(1000, 2.5, 4.3, 10),
            new Setpoint.Current(Double.NaN, 2.5, 4.3, 10), new Setpoint.Current(1e-6, 4.3, 2.5, 10),
            new Setpoint.Potential(1000, 1e-6, 10), new Setpoint.Potential(4, 0, 10),
            new Setpoint.Potential(4, 1e-6, -1)}) {
            assertThrows(InstrumentException.class, () -> instrument.apply(wrong), wrong.toString());
        }
        assertEquals(said, bench.heard.size());
    }
}
