// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;
import java.util.Map;

import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;

/**
 * The strain of one pair of scans.
 *
 * @param referenceTime of the reference scan in hours; NaN if unknown
 * @param time of the deformed scan in hours; NaN if unknown
 * @param statistics by region, then by component
 */
record StrainStep(PairLabel pair, double referenceTime, double time, List<StrainStatistics> statistics) {

    /** Takes the time from the table where it has that column, else from the metadata of the scans. */
    static StrainStep of(final DataTableSpec spec, final DataRow row, final List<StrainStatistics> statistics) {
        final int column = spec.findColumnIndex(SeriesColumns.TIME);
        final double time = column >= 0 && row.getCell(column) instanceof DoubleValue hours ? hours.getDoubleValue()
            : scanned(spec, row, PairColumns.DEFORMED);
        return new StrainStep(PairLabel.of(spec, row), scanned(spec, row, PairColumns.REFERENCE), time, statistics);
    }

    private static double scanned(final DataTableSpec spec, final DataRow row, final String volume) {
        final int column = spec.findColumnIndex(volume);
        if (column < 0 || !(row.getCell(column) instanceof VolumeValue scan)) {
            return Double.NaN;
        }
        final Map<String, String> metadata = scan.getDescription().metadata();
        try {
            return Double.parseDouble(metadata.getOrDefault(SeriesColumns.TIME, "NaN"));
        } catch (NumberFormatException e) {
            // a text that is no number tells no time
            return Double.NaN;
        }
    }

    /** The same with the statistics of the first regions only. */
    StrainStep first(final int regions) {
        final List<String> names = statistics.stream().map(StrainStatistics::region).distinct().limit(regions).toList();
        return new StrainStep(pair, referenceTime, time,
            statistics.stream().filter(s -> names.contains(s.region())).toList());
    }
}
