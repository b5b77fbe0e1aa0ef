// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Zip files with the permissions of Unix; the same content and time give the same bytes in the same time zone. */
final class ReleaseZip {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    private ReleaseZip() {
    }

    /**
     * Packs a folder.
     *
     * @param folder what goes in
     * @param name of the one folder in the zip that holds it; empty for none
     * @param programs names of files, relative to the folder, that may be executed
     * @param time of all entries
     */
    static void pack(final Path folder, final String name, final Set<String> programs, final FileTime time,
        final Path zip) throws IOException {
        Files.deleteIfExists(zip);
        try (FileSystem system = open(zip, Map.of("create", "true", "useTempFile", "true",
            "enablePosixFileAttributes", "true"))) {
            for (final Path file : sorted(folder)) {
                final String relative = folder.relativize(file).toString().replace('\\', '/');
                final Path entry = system.getPath("/", name, relative);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(entry);
                } else {
                    Files.copy(file, entry);
                }
                if (entry.getNameCount() > 0) {
                    Files.setPosixFilePermissions(entry,
                        Files.isDirectory(file) || programs.contains(relative) ? PROGRAM : FILE);
                    // of creation and access, too: otherwise those are the present
                    Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(time, time, time);
                }
            }
        }
    }

    /** Unpacks a zip into a new folder, with the permissions that it holds where the system has such. */
    static void unpack(final Path zip, final Path folder) throws IOException {
        try (FileSystem system = open(zip, Map.of("enablePosixFileAttributes", "true"))) {
            for (final Path entry : sorted(system.getPath("/"))) {
                final Path file = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(entry, file, StandardCopyOption.REPLACE_EXISTING);
                    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
                    }
                }
            }
        }
    }

    private static FileSystem open(final Path zip, final Map<String, String> options) throws IOException {
        return FileSystems.newFileSystem(zip, options);
    }

    private static List<Path> sorted(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
