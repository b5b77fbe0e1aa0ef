// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of files and folders. */
public final class Checksums {

    private static final int BUFFER = 1 << 16;

    private Checksums() {
    }

    /**
     * The checksum of a file, as {@code sha256sum} gives it.
     *
     * @param check called for every piece that is read, may throw to stop
     */
    public static String ofFile(final Path file, final Runnable check) throws IOException {
        final MessageDigest digest = sha256();
        add(file, digest, check);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The checksum of all files below a folder that are not hidden: of the lines {@code checksum, two blanks, path} for
     * every file, sorted by path, with slashes, as {@code sha256sum a b/c | sha256sum} in the folder gives it.
     */
    public static String ofFolder(final Path folder, final Runnable check) throws IOException {
        return ofFiles(folder, files(folder), check);
    }

    /** The same of some files of a folder. */
    public static String ofFiles(final Path folder, final List<Path> files, final Runnable check) throws IOException {
        final MessageDigest digest = sha256();
        for (final Path file : files) {
            final String name = folder.relativize(file).toString().replace('\\', '/');
            digest.update((ofFile(file, check) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All files below a folder that are not hidden, sorted by path. */
    public static List<Path> files(final Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(file -> isShown(folder.relativize(file)))
                .sorted((a, b) -> name(folder, a).compareTo(name(folder, b))).toList();
        }
    }

    private static String name(final Path folder, final Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isShown(final Path relative) {
        for (final Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static void add(final Path file, final MessageDigest digest, final Runnable check) throws IOException {
        final byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                check.run();
                digest.update(buffer, 0, count);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
