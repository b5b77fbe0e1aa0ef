// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.execution.CancelSignal;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

/**
 * Writes a table as comma-separated values (RFC 4180): UTF-8, lines end with CR LF, the first line holds the column
 * names, the first column the row keys; a missing cell is an empty field, an empty text is {@code ""}.
 */
final class CsvTable {

    private static final String END_OF_LINE = "\r\n";

    private CsvTable() {
    }

    /** Writes the file. */
    static void write(final BufferedDataTable table, final Path file, final CancelSignal cancel)
        throws IOException, CanceledExecutionException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            CloseableRowIterator rows = table.iterator()) {
            out.write(header(table));
            while (rows.hasNext()) {
                cancel.check();
                out.write(line(rows.next()));
            }
        }
    }

    private static String header(final BufferedDataTable table) {
        final List<String> fields = new ArrayList<>();
        fields.add(escape("RowID"));
        for (String name : table.getDataTableSpec().getColumnNames()) {
            fields.add(escape(name));
        }
        return String.join(",", fields) + END_OF_LINE;
    }

    private static String line(final DataRow row) {
        final List<String> fields = new ArrayList<>();
        fields.add(escape(row.getKey().getString()));
        for (DataCell cell : row) {
            fields.add(cell.isMissing() ? "" : escape(cell.toString()));
        }
        return String.join(",", fields) + END_OF_LINE;
    }

    /** A field, in quotes if it is empty or holds a comma, a quote or a line break. */
    static String escape(final String field) {
        if (!field.isEmpty() && field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            return field;
        }
        return '"' + field.replace("\"", "\"\"") + '"';
    }
}
