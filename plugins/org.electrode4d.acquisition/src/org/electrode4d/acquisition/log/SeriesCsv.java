// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;

/** The full series of a run as comma-separated values. */
public final class SeriesCsv {

    /** Heads of the columns. */
    public static final List<String> COLUMNS = List.of("Sample", "Time [s]", "Date and time", "Potential [V]",
        "Current [A]", "Charge [mAh]", "State of charge [%]", "Temperature [°C]", "Protocol step", "Phase", "Step",
        "Scan");

    private SeriesCsv() {
    }

    /**
     * Writes under a temporary name and moves the file when complete.
     *
     * @param capacity of the cell in coulomb
     */
    public static void write(final Path log, final OptionalDouble capacity, final Path target) throws IOException {
        CsvText.write(target, COLUMNS, text -> SeriesTable.read(log, capacity, row -> {
            final Sample sample = row.sample();
            final Reading reading = sample.reading();
            text.line(sample.number(), reading.time(), row.instant(), reading.potential(), reading.current(),
                sample.charge() / CsvText.COULOMB_PER_MILLIAMPERE_HOUR, 100 * row.stateOfCharge(),
                reading.temperature(), sample.step(), sample.phase(), row.scanStep(), row.scanId());
        }));
    }
}
