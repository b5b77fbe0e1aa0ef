// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.machine.CyclingMachine;
import org.electrode4d.acquisition.machine.Decision;
import org.electrode4d.volume.Progress;

/**
 * One run of a protocol on an instrument, in the thread of whoever calls. Whatever is thrown by whatever part, from
 * the moment in which the instrument has said what it is, leads to the safe state; see {@link SafeState}. For one use.
 *
 * <p>Each command, answer, sample and transition is in the log before anything is done because of it.</p>
 */
public final class AcquisitionRun {

    /** Seconds in which a guard that has taken over is done with its lock. */
    private static final double GUARD_TIME = 10;

    private final RunSetup setup;
    private final Optional<RunResumption> former;
    private final RunTime time;
    private final RunJournal journal;
    private final CyclingMachine machine;
    private Instrument instrument;
    private Optional<Identity> identity;
    private RunLoop loop;

    private AcquisitionRun(final RunSetup setup, final Optional<RunResumption> former) {
        this.setup = setup;
        this.former = former;
        time = new RunTime(setup.devices().clock(),
            former.map(f -> f.timeAt(setup.devices().clock().instant())).orElse(0.));
        journal = new RunJournal(setup.devices().log(), time);
        machine = former.map(RunResumption::machine).orElseGet(() -> new CyclingMachine(setup.protocol()));
        identity = former.map(f -> f.started().identity());
    }

    /** A run from the beginning of its protocol; the log is empty. */
    public static AcquisitionRun fresh(final RunSetup setup) {
        return new AcquisitionRun(setup, Optional.empty());
    }

    /**
     * A run that goes on where a former one ended; the log is that of the former one, and is appended to.
     *
     * @param former what the log of the former one says, for the same protocol
     */
    public static AcquisitionRun resumed(final RunSetup setup, final RunResumption former) {
        return new AcquisitionRun(setup, Optional.of(former));
    }

    /**
     * Runs to the end, and leaves the cell safe.
     *
     * @param progress told state, potential, current and next scan; asked at least every 0.2 s whether to go on
     * @return how it ended, once the protocol had begun
     * @throws IOException if the protocol could not be begun: the output was not switched on
     * @throws CancellationException if it was cancelled; the cell is safe, or an
     *             {@link UnsafeEndException} is suppressed in it
     */
    public RunResult run(final Progress progress) throws IOException {
        try (InstrumentLock lock = lock(); ShutdownHook shutdown = ShutdownHook.install()) {
            final Pulse pulse = new Pulse(setup.watchdog(), journal, progress, shutdown);
            journal.atEachLine(pulse::beatOnly);
            if (former.isPresent()) {
                makeSafeFirst(former.get(), pulse);
            }
            setup.devices().scans().check();
            progress.check();
            connect();
            return guarded(pulse, progress);
        }
    }

    /**
     * Ends a run that has stopped: makes the cell safe, whoever left it as it is, and writes the end into the log.
     *
     * @return what came of making safe; if it is not verified the alarm was raised
     * @throws IOException if the instrument is in use or the log could not be written
     */
    public SafeStateOutcome safelyEnd() throws IOException {
        try (InstrumentLock lock = lock(); ShutdownHook shutdown = ShutdownHook.install()) {
            final String reason = "The run was ended without going on.";
            // a log that cannot be written must not keep the cell from being made safe
            journal.beLenient(true);
            journal.begin(new LogEvent.Noted(reason));
            final Pulse pulse = new Pulse(setup.watchdog(), journal, Progress.NONE, shutdown);
            final SafeStateOutcome outcome = new SafeEnd(setup, journal, pulse).reach(null, identity, reason);
            journal.beLenient(false);
            journal.keep(new LogEvent.Ended(false, reason));
            return outcome;
        }
    }

    private InstrumentLock lock() throws IOException {
        if (setup.devices().address().isEmpty()) {
            return null;
        }
        final String run = setup.description().run();
        try {
            return InstrumentLock.acquire(setup.devices().address().get(), run, new SystemClock(),
                former.isPresent() ? GUARD_TIME : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the instrument.", e);
        }
    }

    /** A program that died may have left the output on: whatever else is wrong, even with the log, that comes first. */
    private void makeSafeFirst(final RunResumption former, final Pulse pulse) throws IOException {
        journal.beLenient(true);
        journal.begin(former.note());
        final SafeStateOutcome outcome = new SafeEnd(setup, journal, pulse).reach(null, identity,
            "The former part of the run has ended.");
        if (!outcome.verified()) {
            throw new IOException("The run is not resumed. " + outcome.inWords());
        }
        journal.beLenient(false);
        if (journal.failure().isPresent()) {
            throw new IOException("The run is not resumed: the log could not be written: "
                + Reason.of(journal.failure().get()), journal.failure().get());
        }
    }

    /** Nothing but the question what the instrument is has been sent when this fails. */
    private void connect() throws IOException {
        final Instrument opened = setup.devices().instrument().open(journal);
        boolean known = false;
        try {
            final Identity found = opened.identify();
            if (identity.isPresent() && !identity.get().serialNumber().equals(found.serialNumber())) {
                throw new IOException(String.format(Locale.ROOT, "The instrument has the serial number %s, but the "
                    + "run began on the one with %s. Connect the cell and that instrument again.",
                    found.serialNumber(), identity.get().serialNumber()));
            }
            identity = Optional.of(found);
            known = true;
        } finally {
            if (!known) {
                opened.close();
            }
        }
        instrument = opened;
    }

    private RunResult guarded(final Pulse pulse, final Progress progress) throws IOException {
        Throwable failure = null;
        RunLoop.Ending ending = null;
        boolean begun = false;
        try {
            final RunContext context = new RunContext(time, journal, pulse);
            prepare(pulse);
            loop = new RunLoop(setup, context, instrument, machine, former.map(RunResumption::samples).orElse(0L));
            final Decision first = begin();
            begun = true;
            ending = loop.run(first, progress);
        } catch (Throwable e) {
            // Whatever it is, an Error too: the cell comes first. It is told below.
            failure = e;
            ending = new RunLoop.Ending(false, Reason.of(e));
        }
        final SafeStateOutcome outcome = end(ending, failure, pulse);
        if (failure != null && (!begun || !(failure instanceof Exception) || isCancellation(failure))) {
            if (!outcome.verified()) {
                failure.addSuppressed(new UnsafeEndException(outcome.inWords()));
            }
            throw rethrown(failure);
        }
        return new RunResult(ending.finished(), reason(ending), loop.samples(), machine.state().counters().scans(),
            loop.lost(), outcome, Optional.ofNullable(failure));
    }

    private static boolean isCancellation(final Throwable failure) {
        return failure instanceof CancellationException;
    }

    private String reason(final RunLoop.Ending ending) {
        return ending.reason() + journal.failure().filter(f -> !ending.reason().contains(Reason.of(f)))
            .map(f -> " Not all of the end is in the log: " + Reason.of(f)).orElse("");
    }

    private static IOException rethrown(final Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        return failure instanceof IOException checked ? checked : new IOException(Reason.of(failure), failure);
    }

    /** Until the end of this the output stays off. */
    private void prepare(final Pulse pulse) throws IOException {
        if (former.isEmpty()) {
            final RunDescription about = setup.description();
            journal.begin(new LogEvent.Started(about.run(), about.protocol(), about.instrument(), identity.get(),
                about.metadata()));
        }
        instrument.prepare(setup.protocol().limits());
        if (instrument.output() != Instrument.Output.OFF) {
            throw new IOException("The instrument says that its output is on although it was switched off. "
                + "Disconnect the cell and look at the instrument.");
        }
        pulse.watch(identity.get());
        pulse.check();
    }

    private Decision begin() {
        if (former.isEmpty()) {
            return machine.start(time.seconds());
        }
        former.get().unlogged().forEach(transition -> journal.keep(new LogEvent.Changed(transition)));
        return former.get().begin(time.seconds());
    }

    private SafeStateOutcome end(final RunLoop.Ending ending, final Throwable failure, final Pulse pulse) {
        final SafeEnd end = new SafeEnd(setup, journal, pulse);
        final SafeStateOutcome outcome = end.reach(instrument, identity, ending.reason());
        if (loop != null) {
            end.also(loop::abortScan);
        }
        if (failure != null) {
            end.also(() -> end.keepFailure(machine, time.seconds(), ending.reason()));
        }
        journal.keep(new LogEvent.Ended(ending.finished(), ending.reason()));
        end.also(() -> pulse.end(outcome.verified()));
        return outcome;
    }
}
