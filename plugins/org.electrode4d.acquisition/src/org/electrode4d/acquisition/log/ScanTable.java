// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.machine.Phase;

/**
 * The scans of a run, each with the cell in the middle of it: linear between the two samples around that moment; before
 * the first and after the last sample the nearest one. Reads the log twice and keeps none of the samples.
 */
public final class ScanTable {

    private static final String BEFORE_SCAN = Phase.BEFORE_SCAN.name();
    private static final String SCANNING = Phase.SCANNING.name();
    private static final ScanRow.CellState NOWHERE =
        new ScanRow.CellState(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final List<LoggedScan> scans;
    private final OptionalDouble capacity;
    private final ScanRow.CellState[] middles;
    private final List<Sample> interrupted = new ArrayList<>();
    private Sample before;
    private Sample active;
    private int next;

    private ScanTable(final List<LoggedScan> scans, final OptionalDouble capacity) {
        this.scans = scans;
        this.capacity = capacity;
        this.middles = new ScanRow.CellState[scans.size()];
    }

    /**
     * All scans that were asked for, in their order; also those that failed or have not ended.
     *
     * @param log of a run that may still go on
     * @param capacity of the cell in coulomb
     */
    public static List<ScanRow> read(final Path log, final OptionalDouble capacity) throws IOException {
        final ScanTable table = new ScanTable(SeriesTable.scans(log), capacity);
        RunLogReader.read(log, table::take);
        return table.rows();
    }

    private void take(final LogRecord logged) {
        if (logged.event() instanceof LogEvent.ScanRequested) {
            interrupted.add(active);
        } else if (logged.event() instanceof LogEvent.Sampled sampled) {
            final Sample sample = sampled.sample();
            for (; next < middles.length && !(middle(next) > sample.reading().time()); next++) {
                middles[next] = between(before == null ? sample : before, sample, middle(next));
            }
            before = sample;
            if (!BEFORE_SCAN.equals(sample.phase()) && !SCANNING.equals(sample.phase())) {
                active = sample;
            }
        }
    }

    /** Second in the middle of a scan; scans do not overlap, so that these are in order. NaN without an end. */
    private double middle(final int index) {
        final LoggedScan scan = scans.get(index);
        return scan.answered().map(end -> (scan.asked().time() + end.time()) / 2).orElse(Double.NaN);
    }

    /** Not a number at a time that is none. */
    private ScanRow.CellState between(final Sample a, final Sample b, final double time) {
        if (time != time) {
            return NOWHERE;
        }
        final double length = b.reading().time() - a.reading().time();
        final double weight = length > 0 ? (time - a.reading().time()) / length : 1;
        final double charge = mix(a.charge(), b.charge(), weight);
        return new ScanRow.CellState(time, mix(a.reading().potential(), b.reading().potential(), weight),
            mix(a.reading().current(), b.reading().current(), weight), charge,
            SeriesTable.stateOfCharge(charge, capacity));
    }

    private static double mix(final double a, final double b, final double weight) {
        return a + (b - a) * weight;
    }

    private List<ScanRow> rows() {
        final List<ScanRow> rows = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            final Optional<Sample> phase = Optional.ofNullable(i < interrupted.size() ? interrupted.get(i) : null);
            rows.add(new ScanRow(scans.get(i), middles[i] == null ? late(middle(i)) : middles[i],
                phase.map(Sample::step).orElse(""), phase.map(Sample::phase).orElse("")));
        }
        return rows;
    }

    /** The cell at a moment after the last sample. */
    private ScanRow.CellState late(final double time) {
        return before == null ? NOWHERE : between(before, before, time);
    }
}
