// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogSink;

/**
 * Writes what happens into the log of a run. What cannot be kept ends the run, so that nothing is done that the log
 * does not know of; while the cell is being made safe it does not, for that comes first.
 */
final class RunJournal implements Transcript {

    private final LogSink log;
    private final RunTime time;
    private final List<LogEvent> early = new ArrayList<>();
    private Runnable pulse = () -> { };
    private boolean begun;
    private boolean lenient;
    private Throwable lost;

    RunJournal(final LogSink log, final RunTime time) {
        this.log = log;
        this.time = time;
    }

    /** The first record; then those of the lines that went to and fro before it. */
    void begin(final LogEvent first) {
        begun = true;
        keep(first);
        early.forEach(this::keep);
        early.clear();
    }

    /** @throws UncheckedIOException if the log could not keep it */
    void keep(final LogEvent event) {
        if (!begun) {
            early.add(event);
            return;
        }
        // An interruption would close the file under the log.
        final boolean interrupted = Thread.interrupted();
        try {
            log.append(time.seconds(), event);
        } catch (IOException e) {
            forgive(e, new UncheckedIOException("The log could not be written: " + Reason.of(e), e));
        } catch (RuntimeException | Error e) {
            forgive(e, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void forgive(final Throwable failure, final Throwable told) {
        if (lost == null) {
            lost = failure;
        }
        if (!lenient && told instanceof Error error) {
            throw error;
        }
        if (!lenient) {
            throw (RuntimeException)told;
        }
    }

    /** @param now whether a failure of the log is only remembered, and stops nothing */
    void beLenient(final boolean now) {
        lenient = now;
    }

    /** The first failure of the log. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(lost);
    }

    /** @param alive called at each line: an instrument that is slow to answer is no program that hangs */
    void atEachLine(final Runnable alive) {
        pulse = alive;
    }

    @Override
    public void sent(final String line) {
        keep(new LogEvent.Sent(line));
        pulse.run();
    }

    @Override
    public void received(final String line) {
        keep(new LogEvent.Received(line));
        pulse.run();
    }
}
