// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;

/**
 * What a log tells of its run: how it began, its transitions and scans, where it stands, and whether it has ended. Of
 * the samples it keeps those since the last transition, with which a machine is brought from its last logged state to
 * where it was; the others are in {@link SeriesTable}.
 */
public final class RunHistory {

    private final ScanHistory scans = new ScanHistory();
    private final List<LogRecord> transitions = new ArrayList<>();
    private final List<Sample> recent = new ArrayList<>();
    private LogRecord start;
    private Sample last;
    private LogEvent.MadeSafe safe;
    private LogRecord end;
    private LogReport report;

    private RunHistory() {
    }

    /** Reads a log to its present end. */
    public static RunHistory read(final Path log) throws IOException {
        final RunHistory history = new RunHistory();
        history.report = RunLogReader.read(log, history::take);
        return history;
    }

    private void take(final LogRecord logged) {
        final LogEvent event = logged.event();
        scans.take(logged);
        if (event instanceof LogEvent.Started && start == null) {
            start = logged;
        } else if (event instanceof LogEvent.Sampled sampled) {
            last = sampled.sample();
            recent.add(last);
            goesOn();
        } else if (event instanceof LogEvent.Changed changed) {
            transitions.add(logged);
            recent.clear();
            if (changed.transition().state().position().phase() != Phase.SAFE) {
                goesOn();
            }
        } else if (event instanceof LogEvent.MadeSafe made) {
            safe = made;
        } else if (event instanceof LogEvent.Ended) {
            end = logged;
        }
    }

    /** A run that was resumed after its end has not ended; that it went to the safe state is no such thing. */
    private void goesOn() {
        safe = null;
        end = null;
    }

    /** How the run began; empty if that record is damaged. */
    public Optional<LogEvent.Started> started() {
        return Optional.ofNullable(start).map(logged -> (LogEvent.Started)logged.event());
    }

    /** The records of all transitions, in order; their events are {@link LogEvent.Changed}. */
    public List<LogRecord> transitions() {
        return List.copyOf(transitions);
    }

    /** All scans that were asked for, in order. */
    public List<LoggedScan> scans() {
        return scans.scans();
    }

    /** State of the machine after the last transition. */
    public Optional<MachineState> lastState() {
        return transitions.isEmpty() ? Optional.empty()
            : Optional.of(((LogEvent.Changed)transitions.get(transitions.size() - 1).event()).transition().state());
    }

    /** The samples after the last transition, in order. */
    public List<Sample> samplesSinceLastState() {
        return List.copyOf(recent);
    }

    /** The last sample. */
    public Optional<Sample> lastSample() {
        return Optional.ofNullable(last);
    }

    /** Whether the output was made safe after the last sample, and how. */
    public Optional<LogEvent.MadeSafe> madeSafe() {
        return Optional.ofNullable(safe);
    }

    /** How the run ended; empty if it did not, or was resumed since. */
    public Optional<LogEvent.Ended> ended() {
        return Optional.ofNullable(end).map(logged -> (LogEvent.Ended)logged.event());
    }

    /** Number of records and samples, the next number, and what is wrong with the log. */
    public LogReport report() {
        return report;
    }

    /**
     * Titles and values for people: run, instrument, start and end, then what is known of cell, electrode and
     * environment in the order of {@link CellField}.
     */
    public Map<String, String> metadata() {
        final Map<String, String> map = new LinkedHashMap<>();
        started().ifPresent(started -> {
            map.put("Run", started.run());
            map.put("Started", start.instant().toString());
            map.put("Instrument", started.instrument());
            map.put("Manufacturer", started.identity().manufacturer());
            map.put("Model", started.identity().model());
            map.put("Serial number", started.identity().serialNumber());
            map.put("Firmware", started.identity().firmware());
        });
        if (end != null) {
            final LogEvent.Ended ended = (LogEvent.Ended)end.event();
            map.put("Ended", end.instant().toString());
            map.put("Finished", ended.finished() ? "yes" : "no: " + ended.reason());
        } else {
            map.put("Finished", "no: the log ends before the end of the run");
        }
        started().ifPresent(started -> map.putAll(CellMetadata.of(started.metadata()).toMap()));
        return map;
    }
}
