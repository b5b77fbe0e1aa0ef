// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working folder of a worker among the temporary files of the system: its log, what its libraries unpack for the
 * moment, and what a crash leaves.
 *
 * @param path of the folder
 */
record WorkerFolder(Path path) {

    private static final int TAIL_BYTES = 1 << 15;

    static WorkerFolder create(final String engine) throws IOException {
        return new WorkerFolder(Files.createTempDirectory("electrode4d-" + engine + "-"));
    }

    Path logFile() {
        return path.resolve("worker.log");
    }

    /** The last lines of what the worker printed, in whatever encoding its native code printed. */
    List<String> log() {
        try (RandomAccessFile file = new RandomAccessFile(logFile().toFile(), "r")) {
            final byte[] tail = new byte[(int)Math.min(file.length(), TAIL_BYTES)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    /** Removes the folder with all that is in it; nothing happens if it is gone. */
    void delete() throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
