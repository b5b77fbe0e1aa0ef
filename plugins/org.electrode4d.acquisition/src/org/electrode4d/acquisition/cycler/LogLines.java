// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.electrode4d.volume.Progress;

/**
 * The lines of a log, one at a time. A line with bytes above 127 is UTF-8 where that is valid, and else Latin-1, so
 * that no byte makes a file unreadable. Lines end with LF or CR LF.
 */
final class LogLines implements Closeable {

    private static final int LONGEST = 1_000_000;
    private static final int LINES_PER_CHECK = 512;

    private final Path file;
    private final InputStream in;
    private final Progress progress;
    private final double bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private byte[] line = new byte[256];
    private long done;
    private int number;
    private boolean ended;

    LogLines(final Path file, final Progress progress) throws IOException {
        this.file = file;
        this.progress = progress;
        bytes = Math.max(1, Files.size(file));
        in = Files.newInputStream(file);
    }

    Path file() {
        return file;
    }

    /** The next line without its end; null after the last. */
    String next() throws IOException {
        if (number % LINES_PER_CHECK == 0) {
            progress.check();
            progress.report(Math.min(1, done / bytes), "Reading " + file.getFileName() + ", line " + number);
        }
        int length = 0;
        int next = read();
        if (next < 0) {
            return null;
        }
        number++;
        while (next >= 0 && next != '\n') {
            if (length == line.length) {
                grow();
            }
            line[length++] = (byte)next;
            next = read();
        }
        ended = next == '\n';
        done += length + 1;
        return decode(length > 0 && line[length - 1] == '\r' ? length - 1 : length);
    }

    /** The next byte, or -1 at the end: a buffered stream would lock for every byte. */
    private int read() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    private void grow() throws CyclerFormatException {
        if (line.length >= LONGEST) {
            throw wrong("it is longer than " + LONGEST + " bytes. This is not a text with one sample per line.");
        }
        line = Arrays.copyOf(line, Math.min(LONGEST, 2 * line.length));
    }

    private String decode(final int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                try {
                    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
                } catch (CharacterCodingException e) {
                    // not UTF-8: every sequence of bytes is valid Latin-1
                    break;
                }
            }
        }
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** Number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Whether the line that was read last has a line end; where it has none, the writer may not have finished. */
    boolean ended() {
        return ended;
    }

    /** Something is wrong with the line that was read last. */
    CyclerFormatException wrong(final String problem) {
        return new CyclerFormatException(file, number, problem);
    }

    /** Name of the file without its ending. */
    String name() {
        final String whole = file.getFileName().toString();
        final int dot = whole.lastIndexOf('.');
        return dot > 0 ? whole.substring(0, dot) : whole;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
