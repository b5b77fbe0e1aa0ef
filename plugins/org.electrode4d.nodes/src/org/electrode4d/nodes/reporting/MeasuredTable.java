// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Looks for expected values in a table of measured ones, in one pass over its rows. A table is wide, with a column per
 * quantity, or long, with the columns "Quantity" and "Measured". O(rows x different sets of keys).
 */
final class MeasuredTable {

    private static final int NONE = -1;
    private static final String SEPARATOR = "\n";

    private final DataTableSpec spec;
    private final String name;
    private final int unit;
    private final int quantity;

    /** An expected value and the columns that may hold it. */
    private record Wanted(int index, ExpectedValue value, List<Integer> columns) {
    }

    /** Expected values that look at the same columns, by what these have to hold. */
    private record Lookup(List<Integer> columns, Map<String, List<Wanted>> wanted) {
    }

    /** @param name for messages */
    MeasuredTable(final DataTableSpec spec, final String name) {
        this.spec = spec;
        this.name = name;
        unit = spec.findColumnIndex(ExpectedColumns.UNIT);
        quantity = spec.findColumnIndex(ExpectedColumns.QUANTITY);
    }

    /** The column that holds a key; a pair of scans is about the deformed one. -1 where there is none. */
    static int keyColumn(final DataTableSpec spec, final String key) {
        final int index = spec.findColumnIndex(key);
        return index < 0 && key.equals(SeriesColumns.STEP) ? spec.findColumnIndex(PairColumns.DEFORMED_STEP) : index;
    }

    /**
     * Looks for values.
     *
     * @param findings in the order of the values; those that are found already stay, of others the problems are told
     */
    void search(final BufferedDataTable table, final List<ExpectedValue> values, final Finding[] findings,
        final Progress progress) {
        final List<Lookup> lookups = lookups(values, findings);
        final Finding[] here = new Finding[values.size()];
        for (final DataRow row : table) {
            progress.check();
            for (final Lookup lookup : lookups) {
                for (final Wanted wanted : lookup.wanted.getOrDefault(text(row, lookup.columns), List.of())) {
                    here[wanted.index] = here[wanted.index] == null ? measured(row, wanted)
                        : Finding.problem("Several rows of " + name + " fit.");
                }
            }
        }
        for (int i = 0; i < here.length; i++) {
            findings[i] = here[i] == null ? findings[i] : here[i];
        }
    }

    private List<Lookup> lookups(final List<ExpectedValue> values, final Finding[] findings) {
        final Map<List<Integer>, Lookup> lookups = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            final ExpectedValue value = values.get(i);
            final List<Integer> columns = new ArrayList<>();
            final List<String> texts = new ArrayList<>(value.keys().values());
            value.keys().keySet().forEach(key -> columns.add(keyColumn(spec, key)));
            if (isLong()) {
                columns.add(quantity);
                texts.add(value.quantity());
            }
            final List<Integer> holding = holding(value);
            if (!findings[i].isFound() && !holding.isEmpty() && !columns.contains(NONE)) {
                lookups.computeIfAbsent(columns, c -> new Lookup(c, new HashMap<>())).wanted
                    .computeIfAbsent(String.join(SEPARATOR, texts), text -> new ArrayList<>())
                    .add(new Wanted(i, value, holding));
            }
        }
        return List.copyOf(lookups.values());
    }

    private boolean isLong() {
        return quantity >= 0 && spec.containsName(ExpectedColumns.MEASURED);
    }

    /** One quantity may have columns in several units. */
    private List<Integer> holding(final ExpectedValue value) {
        final List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final String head = spec.getColumnSpec(i).getName();
            final boolean is = isLong() ? head.equals(ExpectedColumns.MEASURED)
                : MeasuredQuantity.of(head).name().equals(value.quantity());
            if (is && spec.getColumnSpec(i).getType().isCompatible(DoubleValue.class)) {
                columns.add(i);
            }
        }
        return columns;
    }

    /** Quantities are compared without unit. */
    private String text(final DataRow row, final List<Integer> columns) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            final String key = keyText(row.getCell(columns.get(i)));
            text.append(i == 0 ? "" : SEPARATOR)
                .append(columns.get(i) == quantity ? MeasuredQuantity.of(key).name() : key);
        }
        return text.toString();
    }

    /** Whole numbers are the same whatever the type of their column. Empty for a missing cell, which no key is. */
    static String keyText(final DataCell cell) {
        if (cell instanceof DoubleValue number && number.getDoubleValue() == Math.rint(number.getDoubleValue())) {
            return Long.toString((long)number.getDoubleValue());
        }
        return cell.isMissing() ? "" : cell.toString().strip();
    }

    private Finding measured(final DataRow row, final Wanted wanted) {
        final ExpectedValue expected = wanted.value;
        Finding finding = Finding.NONE;
        for (final int column : wanted.columns) {
            final String has = unit(row, column);
            if (!(row.getCell(column) instanceof DoubleValue number)) {
                finding = Finding.problem("The measured value in " + name + " is missing.");
                continue;
            }
            final OptionalDouble value = expected.unit() == null ? OptionalDouble.of(number.getDoubleValue())
                : UnitConversion.convert(number.getDoubleValue(), has, expected.unit());
            if (value.isPresent()) {
                return Finding.of(value.getAsDouble());
            }
            finding = Finding.problem("The unit in " + name + " is [" + has + "], but [" + expected.unit()
                + "] is expected.");
        }
        return finding;
    }

    /** Of the head of the column; where it has none, of the row. */
    private String unit(final DataRow row, final int column) {
        final String ofHead = MeasuredQuantity.of(spec.getColumnSpec(column).getName()).unit();
        return ofHead.isEmpty() && unit >= 0 && !row.getCell(unit).isMissing() ? row.getCell(unit).toString() : ofHead;
    }
}
