// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ExpectedColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads the table of expected values. */
final class ExpectedTable {

    private static final Set<String> NO_KEYS = Set.of(ExpectedColumns.QUANTITY, ExpectedColumns.UNIT,
        ExpectedColumns.PUBLISHED, ExpectedColumns.TRUE, ExpectedColumns.TOLERANCE,
        ExpectedColumns.RELATIVE_TOLERANCE);

    private final DataTableSpec spec;
    private final int quantity;
    private final List<String> keys;

    /**
     * @param measured specs of the measured tables: a column that none of them has only informs
     * @throws InvalidSettingsException without a quantity, or without any value
     */
    ExpectedTable(final DataTableSpec spec, final List<DataTableSpec> measured) throws InvalidSettingsException {
        this.spec = spec;
        quantity = Columns.find(spec, ExpectedColumns.QUANTITY, StringValue.class, "names of quantities");
        if (number(ExpectedColumns.TRUE) < 0 && number(ExpectedColumns.PUBLISHED) < 0) {
            throw new InvalidSettingsException("The table of expected values has neither a column '"
                + ExpectedColumns.TRUE + "' nor a column '" + ExpectedColumns.PUBLISHED + "' of numbers; it has "
                + String.join(", ", spec.getColumnNames()) + ".");
        }
        keys = new ArrayList<>();
        for (final DataColumnSpec column : spec) {
            final boolean tells = column.getType().isCompatible(StringValue.class)
                || column.getType().isCompatible(LongValue.class);
            if (tells && !NO_KEYS.contains(column.getName())
                && measured.stream().anyMatch(table -> MeasuredTable.keyColumn(table, column.getName()) >= 0)) {
                keys.add(column.getName());
            }
        }
    }

    /** Index of the column of quantities. */
    int quantity() {
        return quantity;
    }

    /** Whether tolerances are given. */
    boolean hasTolerances() {
        return number(ExpectedColumns.TOLERANCE) >= 0 || number(ExpectedColumns.RELATIVE_TOLERANCE) >= 0;
    }

    /** All rows that name a quantity, in their order. */
    List<ExpectedValue> read(final BufferedDataTable table) {
        final List<ExpectedValue> values = new ArrayList<>();
        for (final DataRow row : table) {
            if (!row.getCell(quantity).isMissing()) {
                values.add(value(row));
            }
        }
        return values;
    }

    private ExpectedValue value(final DataRow row) {
        final SortedMap<String, String> set = new TreeMap<>();
        for (final String key : keys) {
            final String text = MeasuredTable.keyText(row.getCell(spec.findColumnIndex(key)));
            if (!text.isEmpty()) {
                set.put(key, text);
            }
        }
        final int unit = spec.findColumnIndex(ExpectedColumns.UNIT);
        return new ExpectedValue(MeasuredQuantity.of(row.getCell(quantity).toString()).name(),
            unit < 0 || row.getCell(unit).isMissing() ? null : row.getCell(unit).toString(), set,
            number(row, ExpectedColumns.PUBLISHED), number(row, ExpectedColumns.TRUE),
            number(row, ExpectedColumns.TOLERANCE), number(row, ExpectedColumns.RELATIVE_TOLERANCE));
    }

    private int number(final String column) {
        final int index = spec.findColumnIndex(column);
        return index >= 0 && spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class) ? index : -1;
    }

    private double number(final DataRow row, final String column) {
        final int index = number(column);
        return index >= 0 && row.getCell(index) instanceof DoubleValue number ? number.getDoubleValue() : Double.NaN;
    }
}
