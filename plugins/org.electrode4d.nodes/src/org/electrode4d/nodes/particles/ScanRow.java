// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/**
 * Which scan a row is about.
 *
 * @param step its name, or the row ID where it has none
 * @param time in hours; NaN where it is not known
 */
record ScanRow(String step, double time) {

    static ScanRow of(final DataTableSpec spec, final DataRow row) {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        final int time = spec.findColumnIndex(SeriesColumns.TIME);
        return new ScanRow(
            step < 0 || row.getCell(step).isMissing() ? row.getKey().getString() : row.getCell(step).toString(),
            time >= 0 && row.getCell(time) instanceof DoubleValue hours ? hours.getDoubleValue() : Double.NaN);
    }

    static Volume volume(final DataRow row, final int column) throws IOException {
        return ((VolumeValue)row.getCell(column)).getVolume();
    }

    /** A column of volumes of the first input: the one of this name, else the last; empty where there is none. */
    static String column(final NodeParametersInput input, final String preferred) {
        final List<String> columns = ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        return columns.isEmpty() || columns.contains(preferred) ? preferred : columns.get(columns.size() - 1);
    }

    /** Columns of numbers. */
    static DataColumnSpec[] numbers(final List<String> names) {
        return names.stream().map(name -> SeriesColumns.column(name, DoubleCell.TYPE))
            .toArray(DataColumnSpec[]::new);
    }
}
