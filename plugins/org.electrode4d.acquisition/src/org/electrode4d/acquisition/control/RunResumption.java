// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.machine.Action;
import org.electrode4d.acquisition.machine.CyclingMachine;
import org.electrode4d.acquisition.machine.Decision;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.machine.Transition;
import org.electrode4d.acquisition.protocol.Protocol;

/**
 * What the log of a run that has stopped says of how to go on. The machine is set to the state of the last transition
 * that did not end the run, and is told again the samples and finished scans that came after it; a scan that failed is
 * taken again. For one use.
 */
public final class RunResumption {

    private static final Duration LONGEST_GAP = Duration.ofDays(30);

    private final LogEvent.Started started;
    private final LogRecord last;
    private CyclingMachine machine;
    private final List<Transition> unlogged = new ArrayList<>();
    private final boolean begun;
    private long samples;

    private RunResumption(final Protocol protocol, final List<LogRecord> records) {
        started = (LogEvent.Started)records.get(0).event();
        last = records.get(records.size() - 1);
        int next = records.size();
        while (next > 0 && !isAlive(records.get(next - 1))) {
            next--;
        }
        begun = next > 0;
        machine = begun
            ? CyclingMachine.at(protocol, ((LogEvent.Changed)records.get(next - 1).event()).transition().state())
            : new CyclingMachine(protocol);
        if (begun) {
            records.subList(next, records.size()).forEach(told -> tellAgain(protocol, told));
        }
        records.forEach(this::count);
    }

    /** A transition to anything but the safe state, which says nothing of where the protocol stood. */
    private static boolean isAlive(final LogRecord kept) {
        return kept.event() instanceof LogEvent.Changed changed
            && changed.transition().state().position().phase() != Phase.SAFE;
    }

    /**
     * @param protocol that the log names
     * @param records of the log, all that could be read, in their order; read before the log is opened again, which
     *            adds a record
     * @throws IOException if the log has no beginning, or if the run was finished
     */
    public static RunResumption of(final Protocol protocol, final List<LogRecord> records) throws IOException {
        if (records.isEmpty() || !(records.get(0).event() instanceof LogEvent.Started)) {
            throw new IOException("The log does not begin with the start of a run, which says what instrument and "
                + "protocol it had. Choose another log.");
        }
        final LogRecord last = records.get(records.size() - 1);
        if (last.event() instanceof LogEvent.Ended ended && ended.finished()) {
            throw new IOException(String.format(Locale.ROOT, "The run %s is finished since %s: %s There is nothing to "
                + "resume or to end.", ((LogEvent.Started)records.get(0).event()).run(), last.instant(),
                ended.reason()));
        }
        return new RunResumption(protocol, records);
    }

    private void tellAgain(final Protocol protocol, final LogRecord told) {
        final MachineState before = machine.state();
        final Decision decision;
        if (told.event() instanceof LogEvent.Sampled sampled) {
            decision = machine.on(sampled.sample().reading());
        } else if (told.event() instanceof LogEvent.ScanFinished) {
            decision = machine.scanFinished(told.time());
        } else {
            return;
        }
        if (machine.phase() == Phase.SAFE) {
            // A limit was violated. Whoever resumes knows, and the next sample is checked again.
            machine = CyclingMachine.at(protocol, before);
        } else {
            unlogged.addAll(decision.transitions());
        }
    }

    private void count(final LogRecord kept) {
        if (kept.event() instanceof LogEvent.Sampled sampled) {
            samples = Math.max(samples, sampled.sample().number() + 1);
        }
    }

    /** What the log began with. */
    public LogEvent.Started started() {
        return started;
    }

    /** Samples that the log holds: the number of the next one. */
    public long samples() {
        return samples;
    }

    /**
     * Second of the run at a moment. The time since the last record counts, by the date and time of day; not where
     * that was set back, or is more than 30 days, which says that it was set wrongly.
     */
    public double timeAt(final Instant now) {
        final Duration gap = Duration.between(last.instant(), now);
        final boolean plausible = !gap.isNegative() && gap.compareTo(LONGEST_GAP) <= 0;
        return last.time() + (plausible ? gap.toNanos() * 1e-9 : 0);
    }

    /** The machine where it stood. */
    CyclingMachine machine() {
        return machine;
    }

    /** Transitions that had happened, but did not get into the log any more. */
    List<Transition> unlogged() {
        return List.copyOf(unlogged);
    }

    /** What the machine says to going on. */
    Decision begin(final double time) {
        if (!begun) {
            return machine.start(time);
        }
        return machine.phase() == Phase.FINISHED ? new Decision(List.of(), new Action.Finish()) : machine.resume(time);
    }

    /** The first record of what goes on. */
    LogEvent note() {
        return new LogEvent.Noted(String.format(Locale.ROOT, "The run goes on after %d samples; the last record of "
            + "the former part is of %s.", samples, last.instant()));
    }
}
