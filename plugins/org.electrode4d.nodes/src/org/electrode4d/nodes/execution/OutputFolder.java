// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that a writer node writes into. Everything goes to a hidden folder inside it first; {@link #commit()}
 * moves it to its names when all is complete. Closing without commit removes what was written, and the folders that
 * were made for it: a failed or cancelled node leaves nothing behind.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String STAGING = ".electrode4d-";

    private final Path folder;
    private final ExistingFile existing;
    private final List<Path> made = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> order = new ArrayList<>();
    private final Path staging;
    private boolean committed;

    private OutputFolder(final Path folder, final boolean createFolders, final ExistingFile existing)
        throws IOException {
        this.folder = folder;
        this.existing = existing;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        } else if (!Files.exists(folder) && !createFolders) {
            throw new NoSuchFileException(folder.toString(), null,
                "Make the folder, or set 'Create folders'.");
        }
        try {
            makeFolders(folder);
            staging = Files.createTempDirectory(folder, STAGING);
        } catch (IOException e) {
            removeMadeFolders();
            throw e;
        }
    }

    /**
     * Opens a folder for writing.
     *
     * @param location path or URL, see {@link DataPath}
     * @param createFolders whether to make the folder, and those above it, where they do not exist
     * @throws IOException where the folder is missing, is a file, or cannot be written
     */
    public static OutputFolder open(final String location, final boolean createFolders, final ExistingFile existing)
        throws IOException {
        return new OutputFolder(DataPath.resolve(location), createFolders, existing);
    }

    private void makeFolders(final Path path) throws IOException {
        if (path != null && !Files.isDirectory(path)) {
            if (Files.exists(path)) {
                throw new NotDirectoryException(path.toString());
            }
            makeFolders(path.getParent());
            Files.createDirectory(path);
            made.add(path);
        }
    }

    /**
     * Where to write a file or folder of this name for now.
     *
     * @throws FileAlreadyExistsException where the name is used twice, or is in the folder and must not be replaced
     */
    public Path place(final String name) throws IOException {
        if (!names.add(name)) {
            throw new IOException("Two files would be called '" + name
                + "'. Put something into the name template that differs from row to row, such as {RowID}.");
        }
        if (existing == ExistingFile.FAIL && Files.exists(target(name))) {
            throw new FileAlreadyExistsException(target(name).toString());
        }
        order.add(name);
        return staging.resolve(name);
    }

    /** A message with the paths that files would have had in the end. */
    static String finalNames(final String message) {
        return message.replaceAll("[/\\\\]" + Pattern.quote(STAGING) + "\\d+", "");
    }

    /** Where the file of this name is after {@link #commit()}. */
    public Path target(final String name) {
        return folder.resolve(name);
    }

    /** Moves everything to its place; where that fails half-way, everything is as it was before. */
    public void commit() throws IOException {
        final Path replaced = Files.createTempDirectory(folder, STAGING);
        final Deque<String> moved = new ArrayDeque<>();
        try {
            for (final String name : order) {
                if (Files.exists(target(name))) {
                    Files.move(target(name), replaced.resolve(name));
                }
                moved.push(name);
                Files.move(staging.resolve(name), target(name));
            }
            committed = true;
        } finally {
            if (!committed) {
                undo(moved, replaced);
            }
            delete(replaced);
        }
    }

    private void undo(final Deque<String> moved, final Path replaced) throws IOException {
        for (final String name : moved) {
            if (Files.exists(target(name))) {
                Files.move(target(name), staging.resolve(name));
            }
            if (Files.exists(replaced.resolve(name))) {
                Files.move(replaced.resolve(name), target(name));
            }
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        delete(staging);
        if (!committed) {
            removeMadeFolders();
        }
    }

    private void removeMadeFolders() throws IOException {
        for (int i = made.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(made.get(i));
        }
    }

    private static void delete(final Path path) throws IOException {
        try (Stream<Path> tree = Files.walk(path)) {
            for (final Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
