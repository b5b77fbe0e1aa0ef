// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes away with all that is in it. */
final class TemporaryFolder implements AutoCloseable {

    private final Path folder;

    TemporaryFolder() throws IOException {
        folder = Files.createTempDirectory("volume-test");
    }

    Path path() {
        return folder;
    }

    Path resolve(final String name) {
        return folder.resolve(name);
    }

    /** The names of all files and folders right in it, sorted. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Where the first of two files or folders first differs from the second; -1 if nowhere. */
    long mismatch(final Path a, final Path b) throws IOException {
        if (Files.isRegularFile(a)) {
            return Files.mismatch(a, b);
        }
        final List<Path> files = tree(a);
        if (!files.stream().map(a::relativize).toList().equals(tree(b).stream().map(b::relativize).toList())) {
            return 0;
        }
        for (final Path file : files) {
            if (Files.isRegularFile(file) && Files.mismatch(file, b.resolve(a.relativize(file))) >= 0) {
                return Files.mismatch(file, b.resolve(a.relativize(file)));
            }
        }
        return -1;
    }

    private static List<Path> tree(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
