// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** A small table of numbers and texts as aligned text for the terminal. */
final class TextTable {

    private static final int MAX_ROWS = 20;
    private static final int MAX_COLUMNS = 12;
    private static final int MAX_WIDTH = 40;

    private TextTable() {
    }

    /** Whether a table has at most 20 rows and 12 columns, all of numbers or texts. */
    static boolean fits(final BufferedDataTable table) {
        return table.size() <= MAX_ROWS && table.getDataTableSpec().getNumColumns() <= MAX_COLUMNS
            && table.getDataTableSpec().stream().allMatch(c -> isNumber(c)
                || c.getType().isCompatible(StringValue.class));
    }

    private static boolean isNumber(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class);
    }

    /** The lines of the table: names, then rows; numbers are aligned to the right. */
    static List<String> lines(final BufferedDataTable table) {
        final List<String[]> rows = new ArrayList<>();
        final List<DataColumnSpec> columns = table.getDataTableSpec().stream().toList();
        rows.add(concat("", columns.stream().map(DataColumnSpec::getName).toList()));
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                rows.add(concat(row.getKey().getString(), row.stream().map(TextTable::text).toList()));
            }
        }
        final int[] widths = IntStream.rangeClosed(0, columns.size())
            .map(i -> rows.stream().mapToInt(r -> r[i].length()).max().orElse(0)).toArray();
        return rows.stream().map(row -> IntStream.range(0, row.length)
            .mapToObj(i -> pad(row[i], widths[i], i > 0 && isNumber(columns.get(i - 1))))
            .collect(Collectors.joining("  ")).stripTrailing()).toList();
    }

    private static String[] concat(final String first, final List<String> rest) {
        final String[] all = new String[rest.size() + 1];
        all[0] = shorten(first);
        Arrays.setAll(all, i -> i == 0 ? all[0] : shorten(rest.get(i - 1)));
        return all;
    }

    private static String text(final DataCell cell) {
        return cell.isMissing() ? "?" : cell.toString();
    }

    private static String shorten(final String text) {
        final String line = text.replaceAll("\\s+", " ");
        return line.length() <= MAX_WIDTH ? line : line.substring(0, MAX_WIDTH - 1) + "…";
    }

    private static String pad(final String text, final int width, final boolean right) {
        final String blanks = " ".repeat(width - text.length());
        return right ? blanks + text : text + blanks;
    }
}
