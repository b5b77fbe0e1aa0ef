// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.control.AcquisitionRun;
import org.electrode4d.acquisition.control.RunDescription;
import org.electrode4d.acquisition.control.RunDevices;
import org.electrode4d.acquisition.control.RunOptions;
import org.electrode4d.acquisition.control.RunResult;
import org.electrode4d.acquisition.control.RunResumption;
import org.electrode4d.acquisition.control.RunSetup;
import org.electrode4d.acquisition.control.SafeState;
import org.electrode4d.acquisition.control.SafeStateOutcome;
import org.electrode4d.acquisition.control.SafeStateRetries;
import org.electrode4d.acquisition.control.Watchdog;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.TextCommands;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.RunLog;
import org.electrode4d.acquisition.log.RunLogReader;
import org.electrode4d.acquisition.protocol.ProtocolText;
import org.electrode4d.volume.Progress;

/**
 * A run with everything that belongs to it - driver, state machine, log on disk, safe state, guard and resumption - on
 * a simulated instrument, under a virtual clock, while things go wrong. A program that was killed is followed by what
 * its guard does, and by another program that resumes the run from the log.
 */
public final class FaultTrial {

    /** Seconds between the death of a program and the first thing that its guard does. */
    private static final double GUARD_DELAY = 1;
    /** Seconds within which the cell is safe after whatever makes it necessary, once the instrument can be reached. */
    private static final double SAFE_WITHIN = 30;

    private static final double GUARD_PERSISTENCE = 3600;
    private static final double SCAN_TIMEOUT = 60;
    private static final double AFTERWARDS = 7200;
    private static final int MOST_PROGRAMS = 5;
    private static final SafeStateRetries RETRIES = SafeStateRetries.DEFAULT;
    private static final RunOptions OPTIONS = new RunOptions(3, OptionalDouble.empty(), SCAN_TIMEOUT, RETRIES);

    private final Path log;
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TrialStation station;
    private final TrialDisk disk;
    private final Misfortune misfortune;
    private final TrialJudge judge;
    private final List<String> alarms = new ArrayList<>();
    private double slowest;
    private boolean abandoned;

    private FaultTrial(final InstrumentKind kind, final Misfortune misfortune, final Path folder) throws IOException {
        this.log = folder.resolve("run.log");
        this.misfortune = misfortune;
        this.station = new TrialStation(kind, template(kind, folder), TrialProtocol.CELL, misfortune, clock);
        this.disk = new TrialDisk(misfortune, clock);
        this.judge = new TrialJudge(station);
        station.watch(TrialProtocol.PROTOCOL.limits());
    }

    private static Optional<Path> template(final InstrumentKind kind, final Path folder) throws IOException {
        if (kind != InstrumentKind.TEXT) {
            return Optional.empty();
        }
        final Path file = folder.resolve("instrument.yaml");
        Files.writeString(file, TextCommands.shipped("example-instrument.yaml"));
        return Optional.of(file);
    }

    /**
     * Makes a trial.
     *
     * @param folder empty; for the log
     * @throws IOException if the log of the trial itself cannot be read or written
     */
    public static TrialReport run(final InstrumentKind kind, final Misfortune misfortune, final Path folder)
        throws IOException {
        return new FaultTrial(kind, misfortune, folder).run();
    }

    private TrialReport run() throws IOException {
        boolean finished = false;
        int programs = 0;
        boolean again = true;
        while (again && programs < MOST_PROGRAMS) {
            programs++;
            final Life life = new Life(clock);
            abandoned = false;
            finished = program(life, programs == 1);
            if (life.isOver() || abandoned) {
                guard();
            }
            again = life.isOver() && records().stream().anyMatch(r -> r.event() instanceof LogEvent.Started);
        }
        clock.sleepUntil(clock.seconds() + AFTERWARDS);
        station.pass();
        final List<LogRecord> records = records();
        return judge.report(finished, programs, records, RunLogReader.read(log, r -> { }), slowest, alarms);
    }

    private List<LogRecord> records() throws IOException {
        final List<LogRecord> records = new ArrayList<>();
        if (Files.exists(log)) {
            RunLogReader.read(log, records::add);
        }
        return records;
    }

    /** Whether it finished the protocol. */
    private boolean program(final Life life, final boolean first) {
        boolean verified = false;
        boolean finished = false;
        boolean begun = true;
        final int before = alarms.size();
        try {
            final RunResult result = play(life, first);
            verified = result.safeState().verified();
            finished = result.finished();
            result.cause().ifPresent(this::checkForeseen);
        } catch (IOException | RuntimeException e) {
            // the run could not begin or go on: its output must be off, unless somebody was called before
            judge.check(station.isOff() || !alarms.isEmpty(), Violation.Kind.SAFE_STATE, "not begun, but on: " + e);
            begun = false;
            checkForeseen(e);
        } catch (Life.Killed e) {
            judge.check(life.isOver(), Violation.Kind.BUG, "killed though it lives");
        }
        if (!life.isOver() && begun) {
            ended(verified, alarms.size() > before);
        }
        return finished;
    }

    /** Whatever goes wrong outside comes as an error of input or output; anything else is a mistake of the program. */
    private void checkForeseen(final Throwable failure) {
        judge.check(failure instanceof IOException || failure instanceof UncheckedIOException
            || failure instanceof Life.Killed, Violation.Kind.BUG, failure.toString());
    }

    private RunResult play(final Life life, final boolean first) throws IOException {
        final List<LogRecord> former = first ? List.of() : records();
        final Optional<RunResumption> resumption =
            first ? Optional.empty() : Optional.of(RunResumption.of(TrialProtocol.PROTOCOL, former));
        final long scansDone = former.stream().filter(r -> r.event() instanceof LogEvent.ScanRequested).count();
        try (RunLog kept = first ? RunLog.create(log, life, file -> disk.file(file, life))
            : RunLog.resume(log, life, file -> disk.file(file, life))) {
            final RunDevices devices = new RunDevices(transcript -> station.open(life, transcript), Optional.empty(),
                new TrialScans(station, misfortune, TrialProtocol.SCAN, (int)scansDone, life), kept, life);
            final RunSetup setup = new RunSetup(new RunDescription("trial",
                ProtocolText.format(TrialProtocol.PROTOCOL), "simulation", Map.of()), TrialProtocol.PROTOCOL, devices,
                OPTIONS, message -> {
                    life.check();
                    alarms.add(message);
                }, identity -> watchdog());
            return resumption.isPresent() ? AcquisitionRun.resumed(setup, resumption.get()).run(Progress.NONE)
                : AcquisitionRun.fresh(setup).run(Progress.NONE);
        }
    }

    /** A guard that only takes over: what it does about heartbeats takes real processes. */
    private Watchdog watchdog() {
        return new Watchdog() {
            @Override
            public void beat() {
                // alive
            }

            @Override
            public void dismiss() {
                // safe
            }

            @Override
            public void abandon() {
                abandoned = true;
            }
        };
    }

    private void guard() {
        final double start = clock.seconds();
        clock.sleepUntil(start + GUARD_DELAY);
        final Life life = new Life(clock);
        SafeStateOutcome outcome;
        do {
            outcome = new SafeState(transcript -> station.open(life, transcript), Optional.empty(), life, RETRIES)
                .reach(null, Transcript.NONE, () -> { });
            if (!outcome.verified() && alarms.isEmpty()) {
                alarms.add("guard: " + outcome.inWords());
            }
        } while (!outcome.verified() && clock.seconds() - start < GUARD_PERSISTENCE);
        ended(outcome.verified(), !alarms.isEmpty());
    }

    private void ended(final boolean verified, final boolean alarmed) {
        final boolean off = station.isOff();
        judge.check(off || !verified, Violation.Kind.SAFE_STATE, "the output was said to be off, but is on");
        judge.check(verified || alarmed, Violation.Kind.SAFE_STATE, "nobody was called though the safe state was not verified");
        if (verified) {
            final double seconds = clock.seconds() - station.lastCare();
            slowest = Math.max(slowest, seconds);
            judge.check(seconds <= SAFE_WITHIN, Violation.Kind.SAFE_STATE, "the cell was safe only after " + seconds + " s");
        }
    }
}
