// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

import java.util.ArrayList;
import java.util.List;

/**
 * Which scan of a series a row is.
 *
 * @param name its step, or the row's ID where it has none
 * @param hours since the first scan; NaN where they are not known
 */
public record ScanStep(String name, double hours) {

    /** What the columns "Step" and "Time [h]" of a row say. */
    public static ScanStep of(final DataTableSpec spec, final DataRow row) {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        final int time = spec.findColumnIndex(SeriesColumns.TIME);
        return new ScanStep(
            step < 0 || row.getCell(step).isMissing() ? row.getKey().getString() : row.getCell(step).toString(),
            time >= 0 && row.getCell(time) instanceof DoubleValue hours ? hours.getDoubleValue() : Double.NaN);
    }

    /** The name for a table. */
    public StringCell nameCell() {
        return new StringCell(name);
    }

    /** The time for a table; missing where it is not known. */
    public DataCell timeCell() {
        return Double.isNaN(hours) ? new MissingCell("The time of this scan is not known.") : new DoubleCell(hours);
    }

    /** The cells of the columns {@link SeriesColumns#scan}; more can be added. */
    public List<DataCell> cells() {
        return new ArrayList<>(List.of(nameCell(), timeCell()));
    }

    @Override
    public String toString() {
        return name;
    }
}
