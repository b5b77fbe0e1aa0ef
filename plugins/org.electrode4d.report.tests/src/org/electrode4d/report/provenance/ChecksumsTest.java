// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Runnable GO_ON = () -> { };

    @TempDir
    Path folder;

    @Test
    void aFileHasTheChecksumOfSha256sum() throws Exception {
        assertEquals(ABC, Checksums.ofFile(Files.writeString(folder.resolve("a"), "abc"), GO_ON));
    }

    /** {@code printf 'abc' > a; mkdir b; printf 'abc' > b/c; sha256sum a b/c | sha256sum}. */
    @Test
    void aFolderHasTheChecksumOfItsListOfChecksums() throws Exception {
        Files.writeString(folder.resolve("a"), "abc");
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/c"), "abc");
        Files.writeString(folder.resolve(".hidden"), "x");
        final String checksum = Checksums.ofFolder(folder, GO_ON);
        assertEquals("8660b792718f83a4ec3df1bcbcd0661de766514ce428218d2441f3bf547809c0", checksum);
        Files.move(folder.resolve("b/c"), folder.resolve("b/d"));
        assertNotEquals(checksum, Checksums.ofFolder(folder, GO_ON), "names count");
    }

    @Test
    void filesAreListedWithSizeAndChecksum() throws Exception {
        final Path file = Files.writeString(folder.resolve("a"), "abc");
        final Table table = new FileTable(GO_ON).of("Files", Map.of("input", file));
        assertEquals(List.of(List.of(Cell.of("input"), Cell.of("3 B"), Cell.of(ABC))), table.rows());
    }

    @Test
    void foldersAreListedWithTheNumberOfTheirFiles() throws Exception {
        Files.writeString(folder.resolve("a"), "abc");
        Files.writeString(folder.resolve("b"), "abc");
        assertEquals(List.of(Cell.of("scans"), Cell.of("6 B in 2 files"), Cell.of(Checksums.ofFolder(folder, GO_ON))),
            new FileTable(GO_ON).of("Files", Map.of("scans", folder)).rows().get(0));
    }
}
