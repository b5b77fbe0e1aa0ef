// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The scan table as comma-separated values. */
public final class ScanTableCsv {

    /** Heads of the columns. */
    public static final List<String> COLUMNS = List.of("Step", "Scan", "Start [s]", "End [s]", "Start", "End",
        "Potential [V]", "Current [A]", "Charge [mAh]", "State of charge [%]", "Protocol step", "Phase",
        "Rest before scan [s]", "Failure");

    private ScanTableCsv() {
    }

    /** Writes under a temporary name and moves the file when complete. */
    public static void write(final List<ScanRow> rows, final Path target) throws IOException {
        CsvText.write(target, COLUMNS, text -> {
            for (final ScanRow row : rows) {
                final LoggedScan scan = row.scan();
                final Optional<LoggedScan.Moment> end = scan.answered();
                text.line(scan.request().step(), scan.scanId(), scan.asked().time(),
                    end.map(LoggedScan.Moment::time).orElse(Double.NaN), scan.asked().instant(),
                    end.map(moment -> moment.instant().toString()).orElse(""), row.middle().potential(),
                    row.middle().current(), row.middle().charge() / CsvText.COULOMB_PER_MILLIAMPERE_HOUR,
                    100 * row.middle().stateOfCharge(), row.protocolStep(), row.phase(), scan.rest(),
                    scan.failure());
            }
        });
    }
}
