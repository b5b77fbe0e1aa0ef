// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

    @TempDir
    Path folder;

    @Test
    void dependsOnTheBytesAndNotOnTheName() throws Exception {
        final Path a = Files.writeString(folder.resolve("a"), "same");
        final Path b = Files.writeString(folder.resolve("b"), "same");
        final Path c = Files.writeString(folder.resolve("c"), "other");
        final String hash = ContentHash.ofAll(a, Progress.NONE);
        assertEquals(hash, ContentHash.ofAll(b, Progress.NONE));
        assertNotEquals(hash, ContentHash.ofAll(c, Progress.NONE));
    }

    @Test
    void aFolderCountsWithAllItsFiles() throws Exception {
        final Path a = Files.createDirectories(folder.resolve("a/0")).getParent();
        Files.writeString(a.resolve("0/chunk"), "1");
        final String before = ContentHash.ofAll(a, Progress.NONE);
        Files.writeString(a.resolve("0/chunk2"), "");
        assertNotEquals(before, ContentHash.ofAll(a, Progress.NONE));
    }

    @Test
    void aReferenceToALargeFileReadsSamples() throws Exception {
        final Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(ContentHash.WHOLE + 1);
        }
        final String before = ContentHash.ofReference(large, Progress.NONE);
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.write(1);
        }
        assertNotEquals(before, ContentHash.ofReference(large, Progress.NONE));
    }
}
