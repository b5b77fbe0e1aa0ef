// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LogLineProperties {

    @Provide
    Arbitrary<LogRecord> records() {
        return LoggedEvents.records();
    }

    @Property(tries = 2000)
    void everyRecordIsReadAsItWasWritten(@ForAll("records") final LogRecord logged) throws Exception {
        final String line = LogLine.encode(logged);
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), "a line is of printable ASCII");
        assertEquals(logged, LogLine.decode(line.getBytes(StandardCharsets.US_ASCII)));
    }

    @Property(tries = 2000)
    void aChangedByteIsFound(@ForAll("records") final LogRecord logged, @ForAll final Random random) throws Exception {
        final byte[] line = LogLine.encode(logged).getBytes(StandardCharsets.US_ASCII);
        line[random.nextInt(line.length)] ^= (byte)(1 + random.nextInt(255));
        assertThrows(LogLineException.class, () -> LogLine.decode(line));
    }

    @Property(tries = 2000)
    void aCutLineIsFound(@ForAll("records") final LogRecord logged, @ForAll final Random random) throws Exception {
        final String line = LogLine.encode(logged);
        final byte[] part = line.substring(0, random.nextInt(line.length())).getBytes(StandardCharsets.US_ASCII);
        assertThrows(LogLineException.class, () -> LogLine.decode(part));
        final byte[] closed = (line + "~").getBytes(StandardCharsets.US_ASCII);
        assertThrows(LogLineException.class, () -> LogLine.decode(closed));
    }

    @Property(tries = 200)
    void whateverIsOverwrittenAllElseIsRead(@ForAll final Random random) throws Exception {
        final List<LogRecord> records = ExampleRun.records();
        final StringBuilder whole = new StringBuilder();
        for (final LogRecord logged : records) {
            whole.append(LogLine.encode(logged)).append('\n');
        }
        final byte[] bytes = whole.toString().getBytes(StandardCharsets.US_ASCII);
        final byte[] before = bytes.clone();
        final int start = random.nextInt(bytes.length);
        final byte[] garbage = new byte[Math.min(bytes.length - start, 1 + random.nextInt(600))];
        random.nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, start, garbage.length);
        final Path file = Files.createTempFile("damaged", ".log");
        try {
            Files.write(file, bytes);
            final List<LogRecord> read = new ArrayList<>();
            final LogReport report = RunLogReader.read(file, read::add);
            assertTrue(records.containsAll(read), "nothing is read that was not written");
            assertTrue(report.damageCount() > 0 || Arrays.equals(before, bytes));
            assertTrue(read.size() >= records.size() - touched(before, start, garbage.length),
                "what was not touched is read");
        } finally {
            Files.delete(file);
        }
        assertArrayEquals(before, whole.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Lines that an overwritten part touches; the one after it is lost where the line end before it is. */
    private static int touched(final byte[] bytes, final int start, final int length) {
        int lines = 1;
        for (int i = start; i < start + length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
