// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.machine.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that stopped goes on from its log. */
class RunResumptionTest {

    private static final double GAP = 7;

    /** The program is gone at once: whatever it would do after this, nobody sees. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The log and the cell as {@code kill -9} leaves them after a number of records. */
    private static Bench killedAfter(final int records) {
        final Bench bench = new Bench();
        final boolean[] dead = {false};
        bench.log.fails = attempt -> dead[0];
        bench.station.faults = call -> dead[0] ? new Killed() : null;
        bench.log.after = () -> {
            if (bench.log.records.size() == records) {
                dead[0] = true;
                throw new Killed();
            }
        };
        try {
            bench.run();
        } catch (Killed | IOException e) {
            assertTrue(dead[0], e.toString());
        }
        return secondProgram(bench);
    }

    private static Bench secondProgram(final Bench first) {
        final Bench second = new Bench(first.station, first.log);
        first.log.after = () -> { };
        first.log.fails = attempt -> false;
        first.station.faults = call -> null;
        first.station.alarms.clear();
        first.station.passDisconnected(GAP);
        return second;
    }

    private static void assertWhole(final Bench bench, final RunResult result, final String when) {
        assertTrue(result.finished(), () -> when + ": " + result.reason());
        assertTrue(bench.station.isSafe(), when);
        assertEquals(Bench.SCANS, result.scans(), when);
        final List<Long> numbers = bench.log.samples().stream().map(Sample::number).toList();
        assertEquals(LongStream.range(0, numbers.size()).boxed().toList(), numbers, when);
        assertEquals(result.samples(), numbers.size());
        assertTrue(timesGrow(bench.log.records), when);
        assertEquals(List.of("T0", "T1", "T2", "T3"), bench.log.events(LogEvent.ScanFinished.class)
            .map(LogEvent.ScanFinished::step).toList(), when);
        final long finished = bench.log.events(LogEvent.Changed.class)
            .filter(c -> c.transition().state().position().phase() == Phase.FINISHED).count();
        assertEquals(1, finished, when);
    }

    private static boolean timesGrow(final List<LogRecord> records) {
        return LongStream.range(1, records.size())
            .allMatch(i -> records.get((int)i).time() >= records.get((int)i - 1).time());
    }

    @Test
    void aRunThatWasKilledAfterAnyRecordIsCompleted() throws IOException {
        final Bench good = new Bench();
        good.run();
        for (int records = 1; records < good.log.records.size(); records++) {
            final Bench bench = killedAfter(records);
            assertWhole(bench, bench.resume(), "killed after record " + records);
        }
    }

    /** Killed again and again, 40 records after each start. */
    @Test
    void aRunThatIsKilledManyTimesIsCompleted() throws IOException {
        Bench bench = killedAfter(30);
        int kills = 0;
        RunResult result = null;
        while (result == null) {
            final Bench now = bench;
            final int end = now.log.records.size() + 40;
            final boolean[] dead = {false};
            now.log.fails = attempt -> dead[0];
            now.station.faults = call -> dead[0] ? new Killed() : null;
            now.log.after = () -> {
                if (now.log.records.size() == end) {
                    dead[0] = true;
                    throw new Killed();
                }
            };
            try {
                result = now.resume();
            } catch (Killed e) {
                kills++;
                bench = secondProgram(now);
            }
        }
        assertTrue(kills >= 3, "only " + kills);
        assertWhole(bench, result, "after " + kills + " ends");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 20, 35, 50})
    void aRunThatEndedSafeGoesOnWhereItWas(final int failing) throws IOException {
        final Bench first = new Bench();
        first.station.faults = call -> call == failing ? new IOException("broken") : null;
        assertFalse(first.run().finished());
        final Bench second = secondProgram(first);
        assertWhole(second, second.resume(), "call " + failing);
    }

    @Test
    void aScanThatFailedIsTakenAgainAfterARest() throws IOException {
        final Bench first = new Bench();
        first.scans.fault = FakeScans.Fault.POLL;
        assertFalse(first.run().finished());
        final Bench second = secondProgram(first);
        assertWhole(second, second.resume(), "after a failed scan");
    }

    @Test
    void theTimeInBetweenCountsIfTheDateIsPlausible() throws IOException {
        final Bench bench = killedAfter(40);
        final LogRecord last = bench.log.records.get(39);
        final RunResumption resumption = RunResumption.of(Bench.protocol(), bench.log.records);
        assertEquals(last.time() + GAP, resumption.timeAt(last.instant().plusSeconds((long)GAP)));
        assertEquals(last.time(), resumption.timeAt(last.instant().minusSeconds(1)));
        assertEquals(last.time(), resumption.timeAt(last.instant().plusSeconds(86_400 * 365)));
    }

    @Test
    void theOutputIsOffBeforeTheRunGoesOn() throws IOException {
        final Bench bench = killedAfter(40);
        assertTrue(bench.station.on);
        final List<Boolean> on = new ArrayList<>();
        bench.log.after = () -> on.add(bench.station.on);
        bench.resume();
        final LogEvent made = bench.log.records.stream().skip(40).map(LogRecord::event)
            .filter(LogEvent.MadeSafe.class::isInstance).findFirst().orElseThrow();
        assertEquals(new LogEvent.MadeSafe(true, 1, "The former part of the run has ended."), made);
    }

    @Test
    void aRunIsNotResumedIfItCannotBeMadeSafe() {
        final Bench bench = killedAfter(40);
        bench.station.faults = call -> new IOException("unplugged");
        final IOException e = assertThrows(IOException.class, bench::resume);
        assertTrue(e.getMessage().contains("not known whether the output is off after 5 attempts"), e.getMessage());
        assertFalse(bench.station.alarms.isEmpty());
    }

    @Test
    void aRunIsNotResumedOnAnotherInstrument() {
        final Bench bench = killedAfter(40);
        bench.station.identity = new Identity("Fake", "Bench", "8", "1");
        final IOException e = assertThrows(IOException.class, bench::resume);
        assertEquals("The run is not resumed. It is not known whether the output is off after 5 attempts. Last "
            + "failure: Another instrument answers: its serial number is 8, that of the run 7.", e.getMessage());
        assertFalse(bench.station.on);
    }

    @Test
    void aRunThatStoppedCanBeEnded() throws IOException {
        final Bench bench = killedAfter(40);
        assertTrue(bench.station.on);
        final SafeStateOutcome outcome =
            AcquisitionRun.resumed(bench.setup(), RunResumption.of(Bench.protocol(), bench.log.records)).safelyEnd();
        assertTrue(outcome.verified());
        assertTrue(bench.station.isSafe());
        assertInstanceOf(LogEvent.Ended.class, bench.log.last());
    }

    @Test
    void aFullDiskKeepsNobodyFromSwitchingOff() throws IOException {
        final Bench ended = killedAfter(40);
        ended.log.fails = attempt -> true;
        final AcquisitionRun end =
            AcquisitionRun.resumed(ended.setup(), RunResumption.of(Bench.protocol(), ended.log.records));
        assertThrows(UncheckedIOException.class, end::safelyEnd);
        assertTrue(ended.station.isSafe());
        final Bench resumed = killedAfter(40);
        resumed.log.fails = attempt -> true;
        final IOException e = assertThrows(IOException.class, resumed::resume);
        assertEquals("The run is not resumed: the log could not be written: No space left on device", e.getMessage());
        assertTrue(resumed.station.isSafe());
    }

    @Test
    void aTomographyControlThatIsGoneKeepsNobodyFromSwitchingOff() throws IOException {
        final Bench bench = killedAfter(40);
        bench.scans.fault = FakeScans.Fault.CHECK;
        assertThrows(IOException.class, bench::resume);
        assertTrue(bench.station.isSafe());
    }

    @Test
    void aFinishedRunIsNotResumed() throws IOException {
        final Bench bench = new Bench();
        bench.run();
        final IOException e =
            assertThrows(IOException.class, () -> RunResumption.of(Bench.protocol(), bench.log.records));
        assertTrue(e.getMessage().startsWith("The run run-1 is finished since 2026-01-02T03:0"), e.getMessage());
    }

    @Test
    void aLogWithoutBeginningIsRefused() {
        assertThrows(IOException.class, () -> RunResumption.of(Bench.protocol(), List.of()));
    }
}
