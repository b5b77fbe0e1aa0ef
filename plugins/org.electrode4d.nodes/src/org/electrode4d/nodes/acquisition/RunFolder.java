// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.RunHistory;
import org.electrode4d.nodes.execution.DataPath;

/** The folder with the logs of runs. Their names begin with the time, so that the last one is the last by name. */
final class RunFolder {

    private static final String PREFIX = "run-";
    private static final String ENDING = ".log";
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;

    /**
     * @param location path or URL
     * @param create whether to make it where it does not exist
     * @throws IOException where there is no such folder
     */
    RunFolder(final String location, final boolean create) throws IOException {
        folder = DataPath.resolve(location);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        } else if (!Files.exists(folder) && !create) {
            throw new NoSuchFileException(folder.toString(), null, "Make the folder, or set 'Create folders'.");
        }
        Files.createDirectories(folder);
    }

    /** Where everything is written. */
    Path path() {
        return folder;
    }

    /** A log that does not exist yet. */
    Path next() {
        return folder.resolve(PREFIX + TIME.format(Instant.now()) + ENDING);
    }

    /** The log of the last run. */
    Optional<Path> last() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + ".*\\" + ENDING))
                .filter(Files::isRegularFile).max(Comparator.comparing(file -> file.getFileName().toString()));
        }
    }

    /** The name of a run, and how all files that are made from its log begin. */
    static String name(final Path log) {
        return log.getFileName().toString().replaceFirst("\\" + ENDING + "$", "");
    }

    /** Whether a run was left without its end, or without a verified safe state: its cell may be connected still. */
    static boolean wasLeft(final RunHistory run) {
        return run.started().isPresent()
            && (run.ended().isEmpty() || !run.madeSafe().map(LogEvent.MadeSafe::verified).orElse(false));
    }

    /** Removes a log that holds nothing, with what lies beside it. */
    static void removeEmpty(final Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) == 0) {
            for (final String ending : new String[]{"", ".lock", ".reserve"}) {
                Files.deleteIfExists(log.resolveSibling(log.getFileName() + ending));
            }
        }
    }
}
