// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.knime.core.node.NodeLogger.LEVEL;

/** The writers that receive log messages, each within a range of levels. */
final class LogWriters {

    private static final List<LogWriters> ALL = new CopyOnWriteArrayList<>();

    private final Writer writer;

    private final LEVEL min;

    private final LEVEL max;

    private LogWriters(final Writer writer, final LEVEL min, final LEVEL max) {
        this.writer = writer;
        this.min = min;
        this.max = max;
    }

    static void add(final Writer writer, final LEVEL min, final LEVEL max) {
        ALL.add(new LogWriters(writer, min, max));
    }

    static void remove(final Writer writer) {
        ALL.removeIf(sink -> sink.writer == writer);
    }

    static boolean accept(final LEVEL level) {
        return ALL.stream().anyMatch(sink -> sink.accepts(level));
    }

    private boolean accepts(final LEVEL level) {
        return min != LEVEL.OFF && (min == LEVEL.ALL || level.compareTo(min) >= 0)
            && (max.compareTo(LEVEL.FATAL) >= 0 || level.compareTo(max) <= 0);
    }

    static void write(final LEVEL level, final String name, final String text, final Throwable cause) {
        String line = String.format("%-5s %s : %s%n%s", level, simple(name), text, trace(cause));
        for (LogWriters sink : ALL) {
            if (sink.accepts(level)) {
                sink.write(line);
            }
        }
    }

    private void write(final String line) {
        synchronized (writer) {
            try {
                writer.write(line);
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to the log", e);
            }
        }
    }

    private static String simple(final String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String trace(final Throwable cause) {
        if (cause == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
