// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Numbers;
import org.electrode4d.report.Table;
import org.electrode4d.report.Table.Column;

/** Lists files with their sizes and checksums. What is too large to be read again in passing has no checksum. */
public final class FileTable {

    /** Bytes that are read for one table; a second or two each. */
    private static final long MOST = 2_000_000_000;

    /** Files of a folder that are looked at. */
    private static final int MOST_FILES = 20_000;

    private static final String TOO_LARGE = "not computed: too large";

    private long left = MOST;
    private final Runnable check;

    /** @param check called while files are read, may throw to stop */
    public FileTable(final Runnable check) {
        this.check = check;
    }

    /**
     * The table.
     *
     * @param files by the name under which they are listed; folders are listed with the checksum of all that is in them
     */
    public Table of(final String title, final Map<String, Path> files) throws IOException {
        final List<List<Cell>> rows = new ArrayList<>();
        for (final Map.Entry<String, Path> entry : files.entrySet()) {
            rows.add(row(entry.getKey(), entry.getValue()));
        }
        return new Table(title, List.of(new Column("File", false), new Column("Size", true),
            new Column("SHA-256", false)), rows, rows.size());
    }

    private List<Cell> row(final String name, final Path path) throws IOException {
        try {
            final boolean folder = Files.isDirectory(path);
            if (folder && hasMany(path)) {
                return row(name, "more than " + MOST_FILES + " files", TOO_LARGE);
            }
            final List<Path> files = folder ? Checksums.files(path) : List.of(path);
            long bytes = 0;
            for (final Path file : files) {
                bytes += Files.size(file);
            }
            final String size = Numbers.bytes(bytes) + (folder ? " in " + files.size() + " files" : "");
            if (bytes > left) {
                return row(name, size, TOO_LARGE);
            }
            left -= bytes;
            return row(name, size, folder ? Checksums.ofFiles(path, files, check) : Checksums.ofFile(path, check));
        } catch (AccessDeniedException | UncheckedIOException e) {
            return row(name, "", "not computed: " + e.getMessage() + " cannot be read");
        }
    }

    private static List<Cell> row(final String name, final String size, final String checksum) {
        return List.of(Cell.of(name), Cell.of(size), Cell.of(checksum));
    }

    private static boolean hasMany(final Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.limit(MOST_FILES + 1L).count() > MOST_FILES;
        }
    }
}
