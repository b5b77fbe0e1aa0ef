// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.InvalidReadingException;
import org.electrode4d.acquisition.instrument.NoAnswerException;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run from its beginning to its end. */
class AcquisitionRunTest {

    private static final double EXACT = 1e-9;

    private final Bench bench = new Bench();

    private static List<Long> numbers(final FakeLog log) {
        return log.samples().stream().map(Sample::number).toList();
    }

    private static List<Long> upTo(final long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    @Test
    void aProtocolIsRunToItsEnd() throws IOException {
        final RunResult result = bench.run();
        assertTrue(result.finished(), result.reason());
        assertEquals(Bench.SCANS, result.scans());
        assertTrue(result.safeState().verified());
        assertTrue(bench.station.isSafe());
        assertEquals(0, bench.station.open, "connections left open");
        assertEquals(upTo(result.samples()), numbers(bench.log));
        assertEquals(List.of("T0", "T1", "T2", "T3"),
            bench.log.events(LogEvent.ScanFinished.class).map(LogEvent.ScanFinished::step).toList());
        assertInstanceOf(LogEvent.Started.class, bench.log.records.get(0).event());
        assertEquals(new LogEvent.Ended(true, "The protocol is done."), bench.log.last());
        assertEquals(List.of(), bench.station.alarms);
    }

    @Test
    void samplesAreOnTheGrid() throws IOException {
        bench.run();
        final List<Sample> samples = bench.log.samples();
        final double start = samples.get(0).reading().time();
        for (int i = 0; i < samples.size(); i++) {
            assertEquals(start + i * Bench.PERIOD, samples.get(i).reading().time(), EXACT);
        }
    }

    @Test
    void aLateSampleIsTakenAtOnceAndTheGridStays() throws IOException {
        bench.station.delays = call -> call == 12 ? 1.3 : 0.;
        bench.run();
        final List<Double> phases = bench.log.samples().stream().map(s -> s.reading().time() % 1).distinct()
            .map(t -> Math.round(t * 1e6) / 1e6).distinct().toList();
        assertEquals(List.of(0., 0.3), phases);
        assertEquals(upTo(bench.log.samples().size()), numbers(bench.log));
    }

    /** 86,401 samples, of which none is kept; well below a second per hour. */
    @Test
    void aDayPassesInSecondsUnderAVirtualClock() throws IOException {
        final long[] samples = {0};
        final RunSetup day = bench.setupOf(Bench.restOf(86_400), (time, event) ->
            samples[0] += event instanceof LogEvent.Sampled ? 1 : 0);
        final RunResult result = assertTimeout(Duration.ofSeconds(24),
            () -> AcquisitionRun.fresh(day).run(Progress.NONE));
        assertTrue(result.finished(), result.reason());
        assertEquals(samples[0], result.samples());
        assertEquals(86_400, result.samples(), 1);
    }

    @Test
    void whatIsSentIsInTheLogBeforeItIsDone() throws IOException {
        bench.log.after = () -> {
            if (bench.log.last() instanceof LogEvent.Sent sent && sent.line().equals("apply")
                && bench.log.events(LogEvent.Sampled.class).findAny().isEmpty()) {
                assertFalse(bench.station.everOn);
            }
        };
        bench.run();
        final List<String> sent = bench.log.events(LogEvent.Sent.class).map(LogEvent.Sent::line).toList();
        assertEquals(bench.station.calls, sent.size());
    }

    @Test
    void theProgressTellsStateAndNextScan() throws IOException {
        final List<String> told = new ArrayList<>();
        bench.run(new Progress() {
            @Override
            public void check() {
                // goes on
            }

            @Override
            public void report(final double fraction, final String message) {
                told.add(message);
            }
        });
        assertTrue(told.contains("constant current, 3.100 V, 100 mA, next scan T0"), told::toString);
        assertTrue(told.contains("constant current, 3.500 V, -100 mA, next scan T1 in at most 3 s"), told::toString);
        assertTrue(told.contains("rest before a scan, 3.700 V, 0.00 A, next scan T0 in 1 s"), told::toString);
    }

    /** Every call to the instrument fails once, in each way. */
    @ParameterizedTest
    @ValueSource(strings = {"io", "bug", "error"})
    void aFailureOfAnyCallEndsSafe(final String kind) throws IOException {
        final long calls = callsOfAGoodRun();
        for (long k = 0; k < calls; k++) {
            final long failing = k;
            final Bench failed = new Bench();
            failed.station.faults = call -> call != failing ? null : switch (kind) {
                case "io" -> new IOException("broken");
                case "bug" -> new IllegalStateException("a bug");
                default -> new OutOfMemoryError("Java heap space");
            };
            outcome(failed);
            assertTrue(failed.station.isSafe(), "on after a failure of call " + k);
            assertEquals(List.of(), failed.station.alarms, "call " + k);
            assertEquals(0, failed.station.open, "connections left open after a failure of call " + k);
            assertEquals(upTo(failed.log.samples().size()), numbers(failed.log));
        }
    }

    private long callsOfAGoodRun() throws IOException {
        bench.run();
        return bench.station.calls;
    }

    /** What ended a run, whether it is thrown or not. */
    private static String outcome(final Bench bench) {
        try {
            return bench.run().reason();
        } catch (IOException | RuntimeException | Error e) {
            return Reason.of(e);
        }
    }

    /** The instrument is gone for good from each call on: either it was off, or somebody is called. */
    @Test
    void anInstrumentThatIsGoneIsAlarmed() throws IOException {
        final long calls = callsOfAGoodRun();
        for (long k = 0; k < calls; k++) {
            final long failing = k;
            final Bench failed = new Bench();
            failed.station.faults = call -> call >= failing ? new IOException("unplugged") : null;
            final String reason = outcome(failed);
            assertTrue(failed.station.isSafe() || !failed.station.alarms.isEmpty(), "call " + k + ": " + reason);
            assertTrue(failed.station.alarms.size() <= 1);
            failed.station.alarms.forEach(alarm -> assertEquals("ALARM: run run-1 has ended (" + reason
                + ") and the output of its instrument may be on. Disconnect the cell. It is not known whether the "
                + "output is off after 5 attempts. Last failure: unplugged", alarm));
        }
    }

    /** It comes back after the first attempts have failed. */
    @Test
    void anInstrumentThatComesBackIsSwitchedOff() {
        final double back = 15;
        bench.station.faults = call -> call >= 15 && bench.station.clock.seconds() < back
            ? new IOException("unplugged") : null;
        final String reason = outcome(bench);
        assertTrue(bench.station.clock.seconds() >= back);
        assertEquals("unplugged", reason);
        assertTrue(bench.station.isSafe());
        assertEquals(List.of(), bench.station.alarms);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullDiskEndsSafeAtEveryRecord(final boolean forGood) throws IOException {
        bench.run();
        final int records = bench.log.records.size();
        for (int k = 0; k < records; k++) {
            final int full = k;
            final Bench failed = new Bench();
            failed.log.fails = attempt -> forGood ? attempt >= full : attempt == full;
            final String reason = outcome(failed);
            assertTrue(failed.station.isSafe(), "on after record " + k);
            assertTrue(reason.contains("The log could not be written: No space left on device")
                || reason.endsWith("Not all of the end is in the log: No space left on device"), k + ": " + reason);
            assertEquals(List.of(), failed.station.alarms);
            assertEquals(upTo(failed.log.samples().size()), numbers(failed.log));
        }
    }

    @ParameterizedTest
    @EnumSource(FakeScans.Fault.class)
    void aScanThatFailsEndsSafe(final FakeScans.Fault fault) throws IOException {
        bench.scans.fault = fault;
        if (fault == FakeScans.Fault.CHECK) {
            assertThrows(IOException.class, bench::run);
            assertEquals(0, bench.station.calls);
            return;
        }
        final RunResult result = bench.run();
        assertEquals(fault == FakeScans.Fault.NONE, result.finished(), result.reason());
        assertEquals(fault == FakeScans.Fault.NONE ? 0 : 1, bench.log.events(LogEvent.ScanFailed.class).count());
        assertEquals(fault != FakeScans.Fault.NONE, bench.scans.aborted);
        assertTrue(bench.station.isSafe());
        assertTrue(bench.station.clock.seconds() < 90);
    }

    @Test
    void aScanThatDoesNotAnswerIsNamed() throws IOException {
        bench.scans.fault = FakeScans.Fault.NEVER_ANSWERS;
        assertEquals("scan T0 failed: No answer to the request for scan T0 after 20 s.", bench.run().reason());
    }

    @Test
    void lostReadingsAreAskedForAgain() throws IOException {
        final long lost = 3;
        bench.station.faults = call -> call == 10 || call == 15 || call == 16 ? new InvalidReadingException("+9.9E37")
            : null;
        final RunResult result = bench.run();
        assertTrue(result.finished(), result.reason());
        assertEquals(lost, result.lostReadings());
        assertEquals(lost, bench.log.events(LogEvent.Noted.class).filter(n -> n.text().contains("+9.9E37")).count());
        assertEquals(upTo(result.samples()), numbers(bench.log));
    }

    @Test
    void tooManyLostReadingsEndSafe() throws IOException {
        bench.station.faults = call -> call >= 10 && call < 13 ? new InvalidReadingException("garbage") : null;
        final RunResult result = bench.run();
        assertFalse(result.finished());
        assertTrue(result.reason().contains("garbage"), result.reason());
        assertTrue(bench.station.isSafe());
    }

    @Test
    void aSilentInstrumentIsNotWaitedForBeyondTheTolerance() throws IOException {
        bench.station.delays = call -> call >= 10 && call < 13 ? 0.5 : 0.;
        bench.station.faults = call -> call >= 10 && call < 13 ? new NoAnswerException("silent") : null;
        final RunResult result = bench.run();
        assertFalse(result.finished());
        final List<Sample> samples = bench.log.samples();
        final double silent = bench.station.clock.seconds() - samples.get(samples.size() - 1).reading().time();
        assertTrue(silent <= Bench.OPTIONS.tolerance().getAsDouble(), "after " + silent + " s");
    }

    @Test
    void aGapInTheReadingsEndsSafe() throws IOException {
        bench.station.delays = call -> call == 14 ? 3. : 0.;
        final RunResult result = bench.run();
        assertFalse(result.finished());
        assertEquals("There was no valid reading for 4.00 s; 2.50 s without one are tolerated, and 3 attempts.",
            result.reason());
        assertTrue(bench.station.isSafe());
    }

    @Test
    void cancellingAtAnyTimeEndsSafe() throws IOException {
        final AtomicInteger asked = new AtomicInteger();
        bench.run(cancelledAt(asked, Integer.MAX_VALUE));
        for (int k = 1; k <= asked.get(); k++) {
            final Bench cancelled = new Bench();
            final int at = k;
            assertThrows(CancellationException.class, () -> cancelled.run(cancelledAt(new AtomicInteger(), at)));
            assertTrue(cancelled.station.isSafe());
            assertEquals(0, cancelled.station.open);
            assertTrue(cancelled.log.records.isEmpty()
                || cancelled.log.last().equals(new LogEvent.Ended(false, "cancelled")));
        }
    }

    private static Progress cancelledAt(final AtomicInteger asked, final int at) {
        return new Progress() {
            @Override
            public void check() {
                if (asked.incrementAndGet() >= at) {
                    throw new CancellationException("cancelled");
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }
        };
    }

    @Test
    void anInterruptionEndsSafeAndIsKept() {
        bench.log.after = () -> {
            if (bench.log.records.size() == 40) {
                Thread.currentThread().interrupt();
            }
        };
        assertThrows(CancellationException.class, bench::run);
        assertTrue(Thread.interrupted());
        assertTrue(bench.station.isSafe());
        assertInstanceOf(LogEvent.Ended.class, bench.log.last());
    }

    @Test
    void anUnsafeEndIsToldWithACancellation() {
        bench.station.faults = call -> call >= 20 ? new IOException("unplugged") : null;
        bench.log.after = () -> {
            if (bench.station.calls == 19) {
                Thread.currentThread().interrupt();
            }
        };
        final CancellationException e = assertThrows(CancellationException.class, bench::run);
        assertTrue(Thread.interrupted());
        assertInstanceOf(UnsafeEndException.class, e.getSuppressed()[0]);
        assertTrue(bench.station.alarm().orElseThrow().contains("Disconnect the cell."));
    }

    @Test
    void withoutAGuardTheOutputStaysOff() {
        bench.watchdog = identity -> {
            throw new IOException("The guard did not start.");
        };
        assertThrows(IOException.class, bench::run);
        assertFalse(bench.station.everOn);
        assertTrue(bench.station.isSafe());
    }

    @Test
    void aGuardThatIsGoneIsStartedAgainAndIfItCannotTheRunEndsSafe() throws IOException {
        final AtomicInteger started = new AtomicInteger();
        bench.watchdog = identity -> {
            if (started.incrementAndGet() > 2) {
                throw new IOException("The guard did not start.");
            }
            return new MortalWatchdog();
        };
        final RunResult result = bench.run();
        assertEquals("The guard did not start.", result.reason());
        assertEquals(3, started.get());
        assertTrue(bench.station.isSafe());
        assertTrue(bench.station.everOn);
    }

    private static final class MortalWatchdog implements Watchdog {

        private int beats;

        @Override
        public void beat() throws IOException {
            if (++beats > 50) {
                throw new IOException("The guard has ended by itself.");
            }
        }

        @Override
        public void dismiss() {
            // gone
        }

        @Override
        public void abandon() {
            // gone
        }
    }

    @Test
    void anInstrumentThatIsStillOnAfterSwitchingOffIsRefused() {
        final Bench stuck = new Bench();
        stuck.station.faults = call -> {
            stuck.station.on = true;
            return null;
        };
        assertThrows(IOException.class, stuck::run);
        assertFalse(stuck.station.alarms.isEmpty());
    }

    @Test
    void anotherInstrumentAtThePortIsNoProofThatTheCellIsSafe() {
        bench.station.faults = call -> {
            if (call == 20) {
                bench.station.identity = new Identity("Fake", "Bench", "8", "1");
                return new IOException("unplugged");
            }
            return call == 21 || call == 22 || call == 23 ? new IOException("unplugged") : null;
        };
        outcome(bench);
        assertTrue(bench.station.alarm().orElseThrow().contains("Another instrument answers"));
    }
}
