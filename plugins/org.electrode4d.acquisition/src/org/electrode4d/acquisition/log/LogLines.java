// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits bytes into lines. Of a line that is longer than any record, the beginning is kept. */
final class LogLines implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private int next;
    private int end;
    private long number;

    LogLines(final InputStream in) {
        this.in = in;
    }

    /** The next line without its end, be it a line feed or one after a carriage return; null if none is complete. */
    byte[] next() throws IOException {
        while (fill()) {
            final int lineEnd = lineEnd();
            keep(lineEnd - next);
            next = lineEnd;
            if (lineEnd < end) {
                next++;
                number++;
                final byte[] line = open.toByteArray();
                open.reset();
                return withoutReturn(line);
            }
        }
        return null;
    }

    /** Whether there are bytes that have not been looked at. */
    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(in.read(buffer), 0);
        }
        return next < end;
    }

    private int lineEnd() {
        int i = next;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private void keep(final int length) {
        open.write(buffer, next, Math.min(length, LogLine.LONGEST + 1 - open.size()));
    }

    private static byte[] withoutReturn(final byte[] line) {
        final int last = line.length - 1;
        return last >= 0 && line[last] == '\r' ? Arrays.copyOf(line, last) : line;
    }

    /** Number of the line that {@link #next()} gave last; 1 for the first. */
    long number() {
        return number;
    }

    /** What comes after the last line end. */
    byte[] open() {
        return open.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
