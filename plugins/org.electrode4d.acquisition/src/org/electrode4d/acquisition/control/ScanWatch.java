// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.machine.CyclingMachine;
import org.electrode4d.acquisition.machine.Decision;
import org.electrode4d.acquisition.scan.ScanAnswer;
import org.electrode4d.acquisition.scan.ScanRequest;
import org.electrode4d.acquisition.scan.ScanTrigger;

/** Asks for scans, and tells the machine what became of them. */
final class ScanWatch {

    private final ScanTrigger scans;
    private final RunJournal journal;
    private final RunTime time;
    private final double timeout;
    private Optional<ScanRequest> waiting = Optional.empty();
    private Optional<ScanRequest> pending = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private double start;

    ScanWatch(final ScanTrigger scans, final RunJournal journal, final RunTime time, final double timeout) {
        this.scans = scans;
        this.journal = journal;
        this.time = time;
        this.timeout = timeout;
    }

    /**
     * Asks, as soon as it may; a failure is told by the next {@link #poll}.
     *
     * @param notBefore second of the run at which the rest before the scan is over
     */
    void request(final ScanRequest request, final double notBefore) {
        waiting = Optional.of(request);
        start = notBefore;
        askIfRested();
    }

    private void askIfRested() {
        if (waiting.isPresent() && time.seconds() >= start) {
            ask(waiting.get());
            waiting = Optional.empty();
        }
    }

    private void ask(final ScanRequest request) {
        journal.keep(new LogEvent.ScanRequested(request));
        pending = Optional.of(request);
        start = time.seconds();
        try {
            scans.start(request);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(Reason.of(e));
        }
    }

    /** What the machine says to the end of a scan; empty if none was asked for or it goes on. */
    Optional<Decision> poll(final CyclingMachine machine) {
        askIfRested();
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        final Optional<ScanAnswer> answer = failure.isPresent() ? Optional.empty() : answer();
        if (answer.isPresent()) {
            journal.keep(new LogEvent.ScanFinished(pending.get().step(), answer.get().scanId()));
            pending = Optional.empty();
            return Optional.of(machine.scanFinished(time.seconds()));
        }
        if (failure.isEmpty() && time.seconds() - start > timeout) {
            failure = Optional.of(String.format(Locale.ROOT, "No answer to the request for scan %s after %.0f s.",
                pending.get().step(), timeout));
        }
        return failure.map(reason -> fail(machine, reason));
    }

    private Optional<ScanAnswer> answer() {
        try {
            return scans.poll();
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(Reason.of(e));
            return Optional.empty();
        }
    }

    private Decision fail(final CyclingMachine machine, final String reason) {
        journal.keep(new LogEvent.ScanFailed(pending.get().step(), reason));
        abort();
        return machine.scanFailed(time.seconds(), reason);
    }

    /** Gives up the scan that was asked for, if there is one. */
    void abort() {
        if (pending.isPresent()) {
            pending = Optional.empty();
            failure = Optional.empty();
            try {
                scans.abort();
            } catch (IOException | RuntimeException e) {
                journal.keep(new LogEvent.Noted("The scan could not be given up: " + Reason.of(e)));
            }
        }
    }
}
