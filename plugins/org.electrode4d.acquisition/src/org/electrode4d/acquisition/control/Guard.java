// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.InstrumentSetup;

/**
 * The main class of the second process of a run: makes the cell safe when the first one dies or hangs. Started by
 * {@link GuardProcess}. Its standard input brings heartbeats; their end, or silence, makes it act. A program that
 * hangs is ended first: a serial port lets nobody else in.
 */
public final class Guard {

    /** What it prints when it watches. */
    static final String READY = "ready";

    /** Seconds for a program that was ended to be gone, and its lock with it. */
    private static final int DYING = 10;
    private static final double PERSISTENCE = 3600;
    /** Nothing is sampled. */
    private static final double PERIOD = 1;

    private final GuardSettings settings;
    private final InstrumentSetup instrument;
    private final Clock clock;
    private final GuardLog log;

    private Guard(final GuardSettings settings, final InstrumentSetup instrument, final Clock clock,
        final GuardLog log) {
        this.settings = settings;
        this.instrument = instrument;
        this.clock = clock;
        this.log = log;
    }

    /** @param arguments those of {@link GuardSettings} */
    public static void main(final String... arguments) throws IOException {
        final Optional<ProcessHandle> program = ProcessHandle.current().parent();
        final GuardSettings settings = GuardSettings.of(arguments);
        final Clock clock = new SystemClock();
        int code = 0;
        try (GuardLog log = new GuardLog(settings.folder(), clock, settings.run());
            OutputStream output = new FileOutputStream(FileDescriptor.out)) {
            final Guard guard = new Guard(settings, InstrumentSetup.parse(settings.instrument()), clock, log);
            log.write("watches process " + program.map(ProcessHandle::pid).orElse(0L));
            output.write((READY + "\n").getBytes(StandardCharsets.US_ASCII));
            output.flush();
            code = guard.watch(program, output) ? 0 : 1;
        }
        Runtime.getRuntime().exit(code);
    }

    private boolean watch(final Optional<ProcessHandle> program, final OutputStream echoes) {
        final GuardWatch.End end =
            new GuardWatch(new FileInputStream(FileDescriptor.in), echoes).await(settings.timeout());
        switch (end) {
            case GOODBYE -> {
                log.write("ends: the cell is safe.");
                return true;
            }
            case STREAM -> log.write("takes over: the program has ended without making the cell safe.");
            case SILENCE -> {
                log.write("takes over: nothing was heard of the program for " + settings.timeout()
                    + " s. It is ended.");
                program.ifPresent(this::kill);
            }
        }
        return takeOver();
    }

    private void kill(final ProcessHandle program) {
        program.destroyForcibly();
        try {
            program.onExit().get(DYING, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.write("The program has not ended: " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean takeOver() {
        // Kept until this process ends, so that no run begins in the meantime.
        final InstrumentLock lock = lock();
        final double start = clock.seconds();
        SafeStateOutcome outcome = makeSafe();
        if (!outcome.verified()) {
            alarm(outcome);
        }
        while (!outcome.verified() && clock.seconds() - start < PERSISTENCE) {
            outcome = makeSafe();
        }
        release(lock);
        return outcome.verified();
    }

    private SafeStateOutcome makeSafe() {
        final SafeStateOutcome outcome = new SafeState(InstrumentOpener.of(instrument, clock, PERIOD),
            Optional.of(settings.identity()), clock, settings.retries()).reach(null, log, () -> { });
        outcome.failures().forEach(log::write);
        log.write(outcome.inWords());
        return outcome;
    }

    private InstrumentLock lock() {
        try {
            return InstrumentLock.acquire(instrument.address(), "guard of " + settings.run(), clock, DYING);
        } catch (IOException e) {
            // Switching off is right whoever else is there.
            log.write(Reason.of(e) + " Its output is switched off all the same.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void release(final InstrumentLock lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                log.write(Reason.of(e));
            }
        }
    }

    private void alarm(final SafeStateOutcome outcome) {
        final String message = "ALARM: the program of run " + settings.run() + " has ended and the output of its "
            + "instrument may be on. Disconnect the cell. " + outcome.inWords();
        log.write(message);
        if (!settings.alarm().isBlank()) {
            try {
                new CommandAlarm(settings.alarm()).raise(message);
            } catch (IOException e) {
                log.write("The alarm could not be raised: " + Reason.of(e));
            }
        }
    }
}
