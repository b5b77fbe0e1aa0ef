// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The full series of a run, row by row: reads the log twice, first for the names of the scans, and keeps none of the
 * samples. For one thread.
 */
public final class SeriesTable {

    /** Takes rows. */
    @FunctionalInterface
    public interface Rows {
        /** Takes the next row. */
        void take(SeriesRow row) throws IOException;
    }

    private final List<LoggedScan> scans;
    private final OptionalDouble capacity;
    private final Rows rows;
    private int asked;
    private boolean scanning;

    private SeriesTable(final List<LoggedScan> scans, final OptionalDouble capacity, final Rows rows) {
        this.scans = scans;
        this.capacity = capacity;
        this.rows = rows;
    }

    /**
     * @param log of a run that may still go on
     * @param capacity of the cell in coulomb
     * @param rows takes one row per sample, in order
     * @return how the log was found
     */
    public static LogReport read(final Path log, final OptionalDouble capacity, final Rows rows) throws IOException {
        return RunLogReader.read(log, new SeriesTable(scans(log), capacity, rows)::take);
    }

    static List<LoggedScan> scans(final Path log) throws IOException {
        final ScanHistory history = new ScanHistory();
        RunLogReader.read(log, history::take);
        return history.scans();
    }

    private void take(final LogRecord logged) throws IOException {
        final LogEvent event = logged.event();
        if (event instanceof LogEvent.ScanRequested) {
            asked++;
            scanning = true;
        } else if (endsScan(event)) {
            scanning = false;
        } else if (event instanceof LogEvent.Sampled sampled) {
            // what was logged since the scans were counted has no row of the scans yet
            final LoggedScan scan = scanning && asked <= scans.size() ? scans.get(asked - 1) : null;
            rows.take(new SeriesRow(sampled.sample(), logged.instant(), stateOfCharge(sampled.sample().charge(),
                capacity), scan == null ? "" : scan.request().step(), scan == null ? "" : scan.scanId()));
        }
    }

    private static boolean endsScan(final LogEvent event) {
        return event instanceof LogEvent.ScanFinished || event instanceof LogEvent.ScanFailed
            || event instanceof LogEvent.MadeSafe || event instanceof LogEvent.Ended;
    }

    /** Net charge over capacity; NaN without one. */
    static double stateOfCharge(final double charge, final OptionalDouble capacity) {
        return capacity.isPresent() ? charge / capacity.getAsDouble() : Double.NaN;
    }
}
