// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PacedClockTest {

    private static final Instant START = Instant.parse("2026-11-27T08:00:00Z");

    /** Notes how long it really waits each time. */
    private static final class Stopwatch implements Clock {
        private final VirtualClock clock = new VirtualClock(START);
        private final List<Double> waits = new ArrayList<>();

        @Override
        public double seconds() {
            return clock.seconds();
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public void sleepUntil(final double seconds) {
            waits.add(seconds - clock.seconds());
            clock.sleepUntil(seconds);
        }

        void work(final double seconds) {
            clock.sleepUntil(clock.seconds() + seconds);
        }
    }

    private final Stopwatch real = new Stopwatch();

    @Test
    void anHourAtAThousandTimesTheSpeedTakes3600Milliseconds() throws InterruptedException {
        final PacedClock clock = new PacedClock(1000, real);
        clock.sleepUntil(3600);
        assertEquals(3600, clock.seconds());
        assertEquals(3.6, real.seconds(), 1e-9);
        assertEquals(START.plusSeconds(3600), clock.instant());
    }

    @Test
    void workBetweenWaitsTakesNoTimeOfItsAndIsCaughtUp() throws InterruptedException {
        final PacedClock clock = new PacedClock(10, real);
        clock.sleepUntil(5);
        real.work(0.2);
        assertEquals(5, clock.seconds());
        clock.sleepUntil(10);
        assertEquals(1, real.seconds(), 1e-9);
    }

    @Test
    void doesNotDriftOverManyShortWaits() throws InterruptedException {
        final PacedClock clock = new PacedClock(1000, real);
        for (int i = 1; i <= 10_000; i++) {
            real.work(1e-5);
            clock.sleepUntil(0.2 * i);
        }
        assertEquals(2, real.seconds(), 0.003);
    }

    @Test
    void waitsInPiecesThatOthersSeePass() throws InterruptedException {
        new PacedClock(0.5, real).sleepUntil(10);
        assertEquals(20, real.seconds(), 1e-9);
        assertTrue(real.waits.stream().allMatch(wait -> wait < 0.25), real.waits.toString());
    }

    @Test
    void aTimeThatHasPassedIsNotWaitedFor() throws InterruptedException {
        final PacedClock clock = new PacedClock(1, real);
        clock.sleepUntil(1);
        clock.sleepUntil(0.5);
        assertEquals(1, clock.seconds());
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> new PacedClock(1, real).sleepUntil(1));
    }

    @Test
    void reallyWaits() throws InterruptedException {
        final long before = System.nanoTime();
        new PacedClock(1000).sleepUntil(100);
        assertEquals(0.1, (System.nanoTime() - before) * 1e-9, 0.05);
    }

    @Test
    void refusesSpeedsThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new PacedClock(0));
        assertThrows(IllegalArgumentException.class, () -> new PacedClock(Double.NaN));
    }
}
