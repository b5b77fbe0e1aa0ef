// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;

/** Makes cells of numbers, and columns for them. */
public final class Cells {

    private Cells() {
    }

    /** A number, or a missing cell where there is none. */
    public static DataCell number(final double value) {
        return Double.isNaN(value) ? new MissingCell("There is no value.") : new DoubleCell(value);
    }

    /** Adds numbers to a row; missing cells where there are none. */
    public static void addNumbers(final List<DataCell> row, final double... numbers) {
        for (final double number : numbers) {
            row.add(number(number));
        }
    }

    /** A change against the first value in %; NaN where that is 0, since nothing can be related to it. */
    public static double change(final double now, final double first) {
        return first == 0 ? Double.NaN : 100 * (now / first - 1);
    }

    /** The table with these columns. */
    public static DataTableSpec spec(final List<DataColumnSpec> columns) {
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Columns of numbers. */
    public static DataColumnSpec[] columns(final List<String> names) {
        return names.stream().map(name -> SeriesColumns.column(name, DoubleCell.TYPE))
            .toArray(DataColumnSpec[]::new);
    }
}
