// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a log record by record, whatever happened to its writer: while it is written, after it was killed, after a
 * power loss. Lines that are torn or damaged are passed over and told in the {@link #report()}. Memory does not grow
 * with the length of the log. Works in an interrupted thread. For one thread.
 */
public final class RunLogReader implements Closeable {

    /** Takes records. */
    @FunctionalInterface
    public interface Taker {
        /** Takes the next record. */
        void take(LogRecord logged) throws IOException;
    }

    private final Path file;
    private final LogLines lines;
    private final LogCheck check = new LogCheck();

    private RunLogReader(final Path file) throws IOException {
        this.file = file;
        this.lines = new LogLines(new FileInputStream(file.toFile()));
    }

    /** @throws IOException if there is no such file, or if it cannot be read */
    public static RunLogReader open(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": There is no such log. Check its name and folder.");
        }
        return new RunLogReader(file);
    }

    /** Reads a log from its beginning to its present end. */
    public static LogReport read(final Path file, final Taker taker) throws IOException {
        try (RunLogReader reader = open(file)) {
            for (Optional<LogRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                taker.take(next.get());
            }
            return reader.report();
        }
    }

    /**
     * The next record that is intact; none at the end of the file.
     *
     * @throws IOException if the file cannot be read, or is of a newer format than this version knows
     */
    public Optional<LogRecord> next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            try {
                final LogRecord logged = LogLine.decode(line);
                if (check.accepts(lines.number(), logged)) {
                    return Optional.of(logged);
                }
            } catch (LogLineException e) {
                if (e.kind() == LogDamage.Kind.NEWER) {
                    throw new IOException(file + ": The log cannot be read: " + e.getMessage()
                        + ". Install a newer version of Electrode4D.", e);
                }
                check.damaged(lines.number(), e.kind(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** How the log was found up to here. */
    public LogReport report() {
        return check.report(lines.number() + 1, lines.open());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
