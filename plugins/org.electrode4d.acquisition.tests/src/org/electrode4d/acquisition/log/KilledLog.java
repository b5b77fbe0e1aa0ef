// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.SystemClock;

/** A program that logs samples until it is killed; it prints the number of each that it has kept. */
final class KilledLog {

    private KilledLog() {
    }

    /** @param file that is resumed if it exists */
    public static void main(final String[] file) throws IOException {
        final Path path = Path.of(file[0]);
        final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        final boolean exists = Files.exists(path);
        final long first = exists ? RunHistory.read(path).lastSample().map(Sample::number).orElse(-1L) + 1 : 0;
        try (RunLog log = exists ? RunLog.resume(path, new SystemClock()) : RunLog.create(path, new SystemClock())) {
            for (long number = first;; number++) {
                log.append(number, new LogEvent.Sent("READ?"));
                log.append(number, new LogEvent.Sampled(new Sample(number,
                    new Reading(number, 3.7, 0.001, Double.NaN, false), "charge", "CURRENT", 0.001 * number)));
                out.println(number);
            }
        }
    }
}
