// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.volume.Progress;
import org.electrode4d.volume.io.VolumeFiles;

/**
 * Tells by content whether two volumes or fields are the same: SHA-256 over names, sizes and bytes of files. Small data
 * are hashed whole; of outside files beyond {@link #WHOLE} bytes only the beginning, middle and end, so that a
 * reference to a tomogram of many gigabytes is made at once.
 */
final class ContentHash {

    /** Files together up to this size are hashed byte by byte: 64 MiB. */
    static final long WHOLE = 1L << 26;

    private static final int SAMPLE = 1 << 16;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[SAMPLE];

    private ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Every byte of a file or folder. */
    static String ofAll(final Path path, final Progress progress) throws IOException {
        return new ContentHash().of(path, Long.MAX_VALUE, progress);
    }

    /** Every byte of small data, samples of large. */
    static String ofReference(final Path path, final Progress progress) throws IOException {
        return new ContentHash().of(path, WHOLE, progress);
    }

    private String of(final Path location, final long whole, final Progress progress) throws IOException {
        final Path path = VolumeFiles.file(location);
        if (!path.equals(location)) {
            add(path.relativize(location).toString().replace('\\', '/')); // tells data sets of one file apart
        }
        final List<Path> files = files(path);
        long bytes = 0;
        for (final Path file : files) {
            bytes += Files.size(file);
        }
        for (int i = 0; i < files.size(); i++) {
            progress.check();
            final Path file = files.get(i);
            add(path.relativize(file).toString().replace('\\', '/'));
            add(Long.toString(Files.size(file)));
            if (bytes <= whole || isSampled(i, files.size())) {
                addBytes(file, bytes <= whole, progress);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isSampled(final int index, final int count) {
        return index == 0 || index == count / 2 || index == count - 1;
    }

    private static List<Path> files(final Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(final String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte)0);
    }

    private void addBytes(final Path file, final boolean all, final Progress progress) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            final long length = in.length();
            if (all) {
                addRange(in, 0, length, progress);
            } else {
                addRange(in, 0, SAMPLE, progress);
                addRange(in, length / 2, SAMPLE, progress);
                addRange(in, Math.max(0, length - SAMPLE), SAMPLE, progress);
            }
        }
    }

    private void addRange(final RandomAccessFile in, final long start, final long count, final Progress progress)
        throws IOException {
        in.seek(start);
        long remaining = count;
        while (remaining > 0) {
            progress.check();
            final int read = in.read(buffer, 0, (int)Math.min(buffer.length, remaining));
            if (read < 0) {
                return;
            }
            digest.update(buffer, 0, read);
            remaining -= read;
        }
    }
}
