// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.electrode4d.report.Numbers;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * A small table of numbers and texts as aligned text for the terminal. Numbers stand at the right, those with a
 * fraction with at most six significant digits. Long texts are cut, but for paths and addresses, which one wants to
 * copy.
 */
final class TextTable {

    private static final int MAX_ROWS = 40;
    private static final int MAX_COLUMNS = 16;
    private static final int MAX_WIDTH = 40;
    private static final Pattern PLACE = Pattern.compile("(/|\\\\\\\\|[A-Za-z]:[/\\\\]|[a-z][a-z0-9+.-]*:/).*");

    private TextTable() {
    }

    /** Whether a table has at most 40 rows and 16 columns, all of numbers or texts. */
    static boolean fits(final BufferedDataTable table) {
        return table.size() <= MAX_ROWS && table.getDataTableSpec().getNumColumns() <= MAX_COLUMNS
            && table.getDataTableSpec().stream().allMatch(c -> isNumber(c)
                || c.getType().isCompatible(StringValue.class));
    }

    private static boolean isNumber(final DataColumnSpec column) {
        return column.getType().isCompatible(DoubleValue.class);
    }

    /** The lines of the table: names, then rows. */
    static List<String> lines(final BufferedDataTable table) {
        final List<List<String>> columns = new ArrayList<>();
        columns.add(new ArrayList<>(List.of("")));
        table.getDataTableSpec().forEach(c -> columns.add(new ArrayList<>(List.of(shorten(c.getName())))));
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                columns.get(0).add(shorten(row.getKey().getString()));
                for (int i = 0; i < row.getNumCells(); i++) {
                    columns.get(i + 1).add(text(row.getCell(i)));
                }
            }
        }
        for (int i = 1; i < columns.size(); i++) {
            align(columns.get(i), isNumber(table.getDataTableSpec().getColumnSpec(i - 1)));
        }
        align(columns.get(0), false);
        return IntStream.range(0, columns.get(0).size()).mapToObj(
            row -> columns.stream().map(c -> c.get(row)).collect(Collectors.joining("  ")).stripTrailing()).toList();
    }

    private static void align(final List<String> column, final boolean right) {
        final int width = column.stream().mapToInt(String::length).max().orElse(0);
        column.replaceAll(text -> {
            final String blanks = " ".repeat(width - text.length());
            return right ? blanks + text : text + blanks;
        });
    }

    private static String text(final DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        if (cell instanceof DoubleValue number && !(cell instanceof LongValue)) {
            return Numbers.text(number.getDoubleValue());
        }
        return shorten(cell.toString());
    }

    private static String shorten(final String text) {
        final String line = text.replaceAll("\\s+", " ");
        return line.length() <= MAX_WIDTH || PLACE.matcher(line).matches() ? line
            : line.substring(0, MAX_WIDTH - 1) + "…";
    }
}
