// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;

/** Reads the lines below the head of a log, one sample per line. */
final class LogTable {

    private final LogLines lines;
    private final Fields fields;
    private final CyclingSeriesBuilder builder;

    LogTable(final LogLines lines, final Fields fields, final CyclingSeriesBuilder builder) {
        this.lines = lines;
        this.fields = fields;
        this.builder = builder;
    }

    /** Makes a sample of the values of a line. */
    @FunctionalInterface
    interface RowReader {
        /** @return null where the line holds no sample */
        CyclingRow read(Fields fields) throws CyclerFormatException;
    }

    /**
     * Reads to the end of the file. A last line that has too few values and no line end was not written completely; it
     * is left out with a warning.
     *
     * @throws CyclerFormatException if a line cannot be understood, or there is no sample
     */
    CyclingSeries read(final RowReader reader) throws IOException {
        int columns = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            fields.split(line);
            if (fields.count() < columns && !lines.ended()) {
                builder.warn("The last line (" + lines.number() + ") is incomplete and was left out: it has "
                    + fields.count() + " of " + columns + " values.");
                break;
            }
            final CyclingRow row = reader.read(fields);
            if (row != null) {
                columns = columns == 0 ? fields.count() : columns;
                add(row);
            }
        }
        if (builder.size() == 0) {
            throw new CyclerFormatException(lines.file(), "It holds no samples below its head.");
        }
        return builder.build();
    }

    private void add(final CyclingRow row) throws CyclerFormatException {
        final String problem = builder.problem(row);
        if (problem != null) {
            throw lines.wrong(problem);
        }
        builder.add(row);
    }
}
