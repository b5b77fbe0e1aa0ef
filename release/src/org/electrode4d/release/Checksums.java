// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256, as {@code sha256sum} computes and checks it. */
final class Checksums {

    private static final String FILE = "SHA256SUMS";

    private Checksums() {
    }

    static String sha256(final byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static String sha256(final Path file) throws IOException {
        final MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes {@code SHA256SUMS} of all files in a folder and below, sorted by name. */
    static void write(final Path folder) throws IOException {
        final StringBuilder lines = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                final String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(FILE)) {
                    lines.append(sha256(file)).append("  ").append(name).append('\n');
                }
            }
        }
        Files.writeString(folder.resolve(FILE), lines);
    }
}
