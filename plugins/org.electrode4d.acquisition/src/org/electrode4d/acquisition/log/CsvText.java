// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.volume.io.PendingOutput;

/** Comma-separated values as of RFC 4180, in UTF-8; no value where a number is none. */
final class CsvText {

    static final double COULOMB_PER_MILLIAMPERE_HOUR = 3.6;

    private final BufferedWriter writer;

    private CsvText(final BufferedWriter writer) {
        this.writer = writer;
    }

    /** What is to be written. */
    interface Content {
        void write(CsvText text) throws IOException;
    }

    /** Writes under a temporary name and moves the file when complete. */
    static void write(final Path target, final List<String> header, final Content content) throws IOException {
        PendingOutput.write(target, true, temporary -> {
            try (BufferedWriter writer = Files.newBufferedWriter(temporary)) {
                final CsvText text = new CsvText(writer);
                text.line(header.toArray());
                content.write(text);
            }
        });
    }

    void line(final Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            writer.append(i == 0 ? "" : ",").append(cell(values[i]));
        }
        writer.append('\n');
    }

    private static String cell(final Object value) {
        if (value instanceof Double number && number.isNaN()) {
            return "";
        }
        final String text = String.valueOf(value);
        final boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
