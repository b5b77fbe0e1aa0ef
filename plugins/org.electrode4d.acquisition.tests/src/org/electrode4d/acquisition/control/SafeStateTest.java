// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.InvalidReadingException;
import org.electrode4d.acquisition.instrument.NoAnswerException;
import org.electrode4d.acquisition.link.Transcript;
import org.junit.jupiter.api.Test;

/** Output off, and known to be. */
class SafeStateTest {

    private final FakeStation station = new FakeStation();

    private SafeStateOutcome reach(final Optional<Identity> identity) {
        return new SafeState(station::open, identity, station.clock, SafeStateRetries.DEFAULT).reach(null,
            Transcript.NONE, () -> { });
    }

    @Test
    void oneAttemptIsEnoughWhereAllIsWell() {
        station.on = true;
        assertEquals(new SafeStateOutcome(true, 1, List.of()), reach(Optional.of(FakeStation.IDENTITY)));
        assertTrue(station.isSafe());
        assertEquals(0, station.clock.seconds());
        assertEquals(0, station.open);
    }

    @Test
    void aConnectionThatIsThereIsUsedAndClosed() throws IOException {
        final SafeState safe =
            new SafeState(station::open, Optional.empty(), station.clock, SafeStateRetries.DEFAULT);
        assertTrue(safe.reach(station.open(Transcript.NONE), Transcript.NONE, () -> { }).verified());
        assertEquals(0, station.open);
        assertEquals(4, station.calls, "open, off, output?, close");
    }

    @Test
    void tenAttemptsWithinThirtySecondsUnlessVerified() {
        station.faults = call -> new IOException("unplugged");
        final SafeStateOutcome outcome = reach(Optional.empty());
        assertFalse(outcome.verified());
        assertEquals(10, outcome.attempts());
        assertEquals(10, outcome.failures().size());
        assertEquals(30 * 0.81, station.clock.seconds(), 1e-9);
        assertEquals("It is not known whether the output is off after 10 attempts. Last failure: unplugged",
            outcome.inWords());
    }

    @Test
    void slowFailuresAreNotTriedBeyondTheTime() {
        station.faults = call -> new IOException("silent");
        station.delays = call -> 11.;
        final SafeStateOutcome outcome = reach(Optional.empty());
        assertEquals(3, outcome.attempts());
    }

    @Test
    void anAnswerThatSwitchingOffFailedDoesNotHideThatTheOutputIsOff() {
        station.faults = call -> call == 1 ? new InvalidReadingException("garbage") : null;
        final SafeStateOutcome outcome = reach(Optional.empty());
        assertEquals(new SafeStateOutcome(true, 1, List.of("garbage")), outcome);
    }

    @Test
    void errorsOfTheProgramEndOneAttemptOnly() {
        station.faults = call -> call < 5 ? new OutOfMemoryError("Java heap space") : null;
        assertTrue(reach(Optional.empty()).verified());
    }

    @Test
    void anInterruptionEndsNoAttemptAndIsKept() {
        station.faults = call -> call < 5 ? new IOException("unplugged") : null;
        Thread.currentThread().interrupt();
        assertTrue(reach(Optional.empty()).verified());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aPulseThatFailsCostsNoAttempt() {
        station.faults = call -> call < 5 ? new IOException("unplugged") : null;
        final AtomicInteger pulses = new AtomicInteger();
        final SafeStateOutcome outcome = new SafeState(station::open, Optional.empty(), station.clock,
            SafeStateRetries.DEFAULT).reach(null, Transcript.NONE, () -> {
                pulses.incrementAndGet();
                throw new IllegalStateException("a bug");
            });
        assertTrue(outcome.verified());
        assertTrue(pulses.get() > 0);
    }

    @Test
    void anotherInstrumentIsSwitchedOffButDoesNotCount() {
        station.on = true;
        final SafeStateOutcome outcome = reach(Optional.of(new Identity("Fake", "Bench", "9", "1")));
        assertFalse(outcome.verified());
        assertTrue(station.isSafe());
        assertEquals("Another instrument answers: its serial number is 7, that of the run 9.",
            outcome.failures().get(0));
    }

    /** Calls: open, off, output?, identify. */
    @Test
    void anInstrumentThatCannotSayWhatItIsIsOffAllTheSame() {
        station.on = true;
        station.faults = call -> call == 3 ? new NoAnswerException("silent") : null;
        assertEquals(new SafeStateOutcome(true, 1, List.of("silent")), reach(Optional.of(FakeStation.IDENTITY)));
        assertTrue(station.isSafe());
    }

    @Test
    void retriesThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SafeStateRetries(1, 30));
        assertThrows(IllegalArgumentException.class, () -> new SafeStateRetries(10, Double.NaN));
    }
}
