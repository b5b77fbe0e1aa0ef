// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.correlation.NoiseFloor;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The columns that describe a noise floor. */
final class NoiseFloorRow {

    private static final double[] PERCENTILES = {95, 99, 99.9, 99.99};

    private static final List<String> NUMBERS = List.of("Percentile [%]", PairColumns.NOISE_THRESHOLD,
        "95th percentile [grey value]", "99th percentile [grey value]", "99.9th percentile [grey value]",
        "99.99th percentile [grey value]", "Mean difference [grey value]", "Standard deviation [grey value]",
        "Robust standard deviation [grey value]", "Noise of one scan [grey value]", "ZNCC [-]",
        "Beyond 5 standard deviations [%]");

    private NoiseFloorRow() {
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Voxels", LongCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static List<DataCell> cells(final PairLabel pair, final NoiseFloor floor, final double percentile) {
        final List<DataCell> cells = new ArrayList<>(List.of(pair.reference(), pair.deformed(),
            new DoubleCell(percentile), new DoubleCell(floor.threshold(percentile))));
        Arrays.stream(PERCENTILES).forEach(p -> cells.add(new DoubleCell(floor.threshold(p))));
        for (final double number : new double[]{floor.mean(), floor.sd(), floor.robustSd(), floor.greyNoise(),
            floor.zncc(), 100 * floor.outliers()}) {
            cells.add(Cells.number(number));
        }
        cells.add(new LongCell(floor.voxels()));
        return cells;
    }
}
