// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.volume.Progress;

/** What a run does several times a second: tells its watchdog that it lives, and asks whether it is to end. */
final class Pulse {

    private final Watchdog.Starter starter;
    private final RunJournal journal;
    private final Progress progress;
    private final ShutdownHook shutdown;
    private Watchdog watchdog = Watchdog.NONE;
    private Identity identity;

    Pulse(final Watchdog.Starter starter, final RunJournal journal, final Progress progress,
        final ShutdownHook shutdown) {
        this.starter = starter;
        this.journal = journal;
        this.progress = progress;
        this.shutdown = shutdown;
    }

    /** From now on somebody watches. */
    void watch(final Identity instrument) throws IOException {
        identity = instrument;
        watchdog = starter.start(instrument);
    }

    /**
     * Beats, and tells whether the run may go on.
     *
     * @throws CancellationException if it was cancelled, interrupted, or the program is ending
     * @throws IOException if nobody watches and no new watchdog could be started
     */
    void check() throws IOException {
        if (identity != null) {
            beat();
        }
        if (shutdown.requested()) {
            throw new CancellationException("The program was told to end.");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The run was interrupted.");
        }
        progress.check();
    }

    private void beat() throws IOException {
        try {
            watchdog.beat();
        } catch (IOException e) {
            journal.keep(new LogEvent.Noted("The guard is gone and is started again: " + Reason.of(e)));
            watchdog.dismiss();
            watchdog = starter.start(identity);
        }
    }

    /** Beats only: while the cell is being made safe, or an instrument answers, nothing else counts. */
    void beatOnly() {
        try {
            watchdog.beat();
        } catch (IOException e) {
            // The next check starts another one. There is none while making safe: that is being done.
            return;
        }
    }

    /** Nobody needs to watch any more; or somebody else must make safe, if it is not known that the cell is. */
    void end(final boolean safe) {
        try {
            if (safe) {
                watchdog.dismiss();
            } else {
                watchdog.abandon();
            }
        } catch (RuntimeException e) {
            journal.keep(new LogEvent.Noted("The guard could not be told the end: " + Reason.of(e)));
        }
        watchdog = Watchdog.NONE;
    }
}
