// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/**
 * Which scan of a series a row is.
 *
 * @param name its step, or the row's ID where the table has none
 * @param time in hours; missing where it is not known
 */
record ScanStep(StringCell name, DataCell time) {

    static ScanStep of(final DataTableSpec spec, final DataRow row) {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        final int time = spec.findColumnIndex(SeriesColumns.TIME);
        return new ScanStep(
            new StringCell(step < 0 || row.getCell(step).isMissing() ? row.getKey().getString()
                : row.getCell(step).toString()),
            time >= 0 && row.getCell(time) instanceof DoubleValue hours ? new DoubleCell(hours.getDoubleValue())
                : new MissingCell("The time of this scan is not known."));
    }

    /** In hours; NaN where it is not known. */
    double hours() {
        return time instanceof DoubleValue hours ? hours.getDoubleValue() : Double.NaN;
    }

    @Override
    public String toString() {
        return name.getStringValue();
    }
}
