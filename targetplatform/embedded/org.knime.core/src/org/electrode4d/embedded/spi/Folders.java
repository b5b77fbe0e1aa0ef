// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Copies, replaces and deletes folders. */
public final class Folders {

    private Folders() {
    }

    /** Deletes a file or a folder with all it holds; links are deleted, not followed. Does nothing if it is absent. */
    public static void delete(final Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes a) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path folder, final IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a file or a folder with all it holds; what is at the same place in {@code target} is replaced. */
    public static void copy(final Path source, final Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes a)
                throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes a) throws IOException {
                Files.copy(file, target.resolve(source.relativize(file).toString()),
                    StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /**
     * Moves every entry of {@code staged} into {@code target}, in place of entries of the same name. Either all entries
     * are replaced or, after an error, none.
     */
    public static void replaceEntries(final Path staged, final Path target) throws IOException {
        final Path old = Files.createTempDirectory(target, ".replaced-");
        final List<Path> entries = list(staged);
        try {
            for (Path entry : entries) {
                final Path place = target.resolve(entry.getFileName());
                if (Files.exists(place)) {
                    Files.move(place, old.resolve(entry.getFileName()));
                }
                Files.move(entry, place);
            }
        } catch (IOException e) {
            for (Path kept : list(old)) {
                final Path place = target.resolve(kept.getFileName());
                delete(place);
                Files.move(kept, place, StandardCopyOption.REPLACE_EXISTING);
            }
            throw e;
        } finally {
            delete(old);
        }
    }

    /** The entries of a folder, sorted by name. */
    public static List<Path> list(final Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
