// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * A file or folder that is written under a temporary name beside its target and moved there when complete. Work that
 * fails or is cancelled leaves nothing behind, and what was at the target before stays.
 */
public final class PendingOutput {

    /**
     * Writes the file or folder of the given name, which does not exist yet. May wrap an IOException into an
     * UncheckedIOException.
     */
    @FunctionalInterface
    public interface Writing {
        void write(Path temporary) throws IOException;
    }

    private final Path target;
    private final Path folder;

    private PendingOutput(final Path target) {
        this.target = target.toAbsolutePath();
        this.folder = this.target.getParent();
    }

    /**
     * @param createFolders whether missing parent folders are made
     * @throws VolumeWriteException with the path and what to do, whatever goes wrong on the way to the disk
     */
    public static void write(final Path target, final boolean createFolders, final Writing writing)
        throws IOException {
        new PendingOutput(target).write(createFolders, writing);
    }

    /** @throws VolumeWriteException if the disk of a target has not so many bytes left */
    static void requireSpace(final Path target, final long bytes) throws IOException {
        final Path folder = target.toAbsolutePath().getParent();
        final long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new VolumeWriteException(target, "It needs " + megabytes(bytes) + ", but only " + megabytes(usable)
                + " are free in " + folder + ". Free some space or choose another folder.");
        }
    }

    private void write(final boolean createFolders, final Writing writing) throws IOException {
        requireFolder(createFolders);
        final Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeUnwrapped(writing, temporary);
            if (Files.isDirectory(target)) {
                delete(target);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (VolumeWriteException | VolumeFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new VolumeWriteException(target, explain(e), e);
        } finally {
            delete(temporary);
        }
    }

    /** Parallel work can only throw unchecked exceptions; what they carry is what went wrong. */
    private static void writeUnwrapped(final Writing writing, final Path temporary) throws IOException {
        try {
            writing.write(temporary);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void requireFolder(final boolean create) throws IOException {
        if (create) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new VolumeWriteException(target, "The folder " + folder + " cannot be made ("
                    + reason(e) + "). Choose another folder.", e);
            }
        }
        if (!Files.isDirectory(folder)) {
            throw new VolumeWriteException(target, "There is no folder " + folder
                + ". Make it, or choose that missing folders are made.");
        }
        if (!Files.isWritable(folder)) {
            throw new VolumeWriteException(target, "The folder " + folder
                + " must not be written to. Change its permissions or choose another folder.");
        }
    }

    private String explain(final IOException e) {
        if (e instanceof AccessDeniedException) {
            return "The folder " + folder + " refuses it (" + reason(e) + "). Check its permissions.";
        }
        return reason(e) + ". Check that " + folder + " has enough space and is still there.";
    }

    private static String reason(final IOException e) {
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return f.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String megabytes(final long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** Deletes a file, or a folder with all that is in it; nothing happens where there is none. */
    private static void delete(final Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes facts) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path visited, final IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
