// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.electrode4d.volume.io.PendingOutput;

/** Writes lines of separated numbers. */
final class TabularText {

    private static final double SCALE = 1e7;
    private static final double LARGEST = 9e11;

    private final StringBuilder line = new StringBuilder();
    private final BufferedWriter writer;
    private final char separator;

    private TabularText(final BufferedWriter writer, final char separator) {
        this.writer = writer;
        this.separator = separator;
    }

    /** What is to be written. */
    interface Content {
        void write(TabularText text) throws IOException;
    }

    /** Writes under a temporary name and moves the file when complete. */
    static void write(final Path target, final char separator, final List<String> header, final Content content)
        throws IOException {
        PendingOutput.write(target, true, temporary -> {
            try (BufferedWriter writer = Files.newBufferedWriter(temporary)) {
                final TabularText text = new TabularText(writer, separator);
                header.forEach(text::add);
                text.endLine();
                content.write(text);
            }
        });
    }

    void add(final String text) {
        if (line.length() > 0) {
            line.append(separator);
        }
        line.append(text);
    }

    /** Seven decimals, as SPAM writes; "nan" and "inf" as numpy does. */
    void addFixed(final double value) {
        add(fixed(value));
    }

    /** All digits; empty where there is no number. */
    void addExact(final double value) {
        add(value == value ? Double.toString(value) : "");
    }

    void addInteger(final long value) {
        add(Long.toString(value));
    }

    void endLine() throws IOException {
        writer.append(line).append('\n');
        line.setLength(0);
    }

    static String fixed(final double value) {
        if (!(Math.abs(value) < LARGEST)) {
            return value != value ? "nan" : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf"
                : String.format(Locale.ROOT, "%.7f", value);
        }
        final long scaled = Math.round(Math.abs(value) * SCALE);
        final String digits = String.format(Locale.ROOT, "%d.%07d", scaled / (long)SCALE, scaled % (long)SCALE);
        return value < 0 && scaled > 0 ? "-" + digits : digits;
    }
}
