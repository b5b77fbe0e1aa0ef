// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.Optional;

import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.Instrument;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.machine.CyclingMachine;

/** The safe state of a run: made, written down, and alarmed if it cannot be verified. Throws nothing. */
final class SafeEnd {

    private final RunSetup setup;
    private final RunJournal journal;
    private final Pulse pulse;

    SafeEnd(final RunSetup setup, final RunJournal journal, final Pulse pulse) {
        this.setup = setup;
        this.journal = journal;
        this.pulse = pulse;
    }

    /**
     * @param instrument connection that there is, or null
     * @param reason why
     */
    SafeStateOutcome reach(final Instrument instrument, final Optional<Identity> identity, final String reason) {
        // Kept for later: it must not cut short what is done now, the alarm least of all.
        final boolean interrupted = Thread.interrupted();
        journal.beLenient(true);
        try {
            return reachCalmly(instrument, identity, reason);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private SafeStateOutcome reachCalmly(final Instrument instrument, final Optional<Identity> identity,
        final String reason) {
        final SafeStateOutcome outcome = new SafeState(setup.devices().instrument(), identity,
            setup.devices().clock(), setup.options().safeState()).reach(instrument, journal, pulse::beatOnly);
        outcome.failures().forEach(failure -> journal.keep(new LogEvent.Noted("Making safe: " + failure)));
        journal.keep(new LogEvent.MadeSafe(outcome.verified(), outcome.attempts(), reason));
        if (!outcome.verified()) {
            alarm(outcome, reason);
        }
        return outcome;
    }

    private void alarm(final SafeStateOutcome outcome, final String reason) {
        final String message = "ALARM: run " + setup.description().run() + " has ended (" + reason
            + ") and the output of its instrument may be on. Disconnect the cell. " + outcome.inWords();
        journal.keep(new LogEvent.Noted(message));
        try {
            setup.alarm().raise(message);
        } catch (Throwable e) {
            // nobody else can be called: it is in the log, and in the result
            journal.keep(new LogEvent.Noted("The alarm could not be raised: " + Reason.of(e)));
        }
    }

    /** Does something else that belongs to the end; what it throws is written down, and stops nothing. */
    void also(final Runnable rest) {
        try {
            rest.run();
        } catch (Throwable e) {
            journal.keep(new LogEvent.Noted("At the end: " + Reason.of(e)));
        }
    }

    /** Writes the transition of the machine to its end. */
    void keepFailure(final CyclingMachine machine, final double time, final String reason) {
        machine.fail(time, reason).transitions()
            .forEach(transition -> journal.keep(new LogEvent.Changed(transition)));
    }
}
