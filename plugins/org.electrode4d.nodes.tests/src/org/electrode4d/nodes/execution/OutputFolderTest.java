// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path parent;

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private OutputFolder open(final Path folder, final ExistingFile existing) throws IOException {
        return OutputFolder.open(folder.toString(), true, existing);
    }

    @Test
    void filesAppearWhenAllAreComplete() throws Exception {
        try (OutputFolder folder = open(parent.resolve("a/b"), ExistingFile.FAIL)) {
            Files.writeString(folder.place("one.txt"), "1");
            Files.createDirectory(folder.place("two"));
            assertFalse(Files.exists(folder.target("one.txt")));
            folder.commit();
        }
        assertEquals(List.of("one.txt", "two"), names(parent.resolve("a/b")));
    }

    @Test
    void nothingIsLeftOfAFailure() throws Exception {
        try (OutputFolder folder = open(parent.resolve("a/b"), ExistingFile.FAIL)) {
            Files.writeString(folder.place("one.txt"), "1");
        }
        assertEquals(List.of(), names(parent));
    }

    @Test
    void anOlderFileStaysWhereTheNewOneFails() throws Exception {
        Files.writeString(parent.resolve("one.txt"), "old");
        try (OutputFolder folder = open(parent, ExistingFile.OVERWRITE)) {
            Files.writeString(folder.place("one.txt"), "new");
        }
        assertEquals("old", Files.readString(parent.resolve("one.txt")));
        assertEquals(List.of("one.txt"), names(parent));
    }

    @Test
    void aFileThatWasNeverWrittenUndoesTheOthers() throws Exception {
        Files.writeString(parent.resolve("one.txt"), "old");
        try (OutputFolder folder = open(parent, ExistingFile.OVERWRITE)) {
            Files.writeString(folder.place("one.txt"), "new");
            folder.place("never written");
            assertThrows(IOException.class, folder::commit);
        }
        assertEquals("old", Files.readString(parent.resolve("one.txt")));
        assertEquals(List.of("one.txt"), names(parent));
    }

    @Test
    void overwritesFilesAndFolders() throws Exception {
        Files.writeString(parent.resolve("one.txt"), "old");
        Files.createDirectories(parent.resolve("two.zarr/0"));
        try (OutputFolder folder = open(parent, ExistingFile.OVERWRITE)) {
            Files.writeString(folder.place("one.txt"), "new");
            Files.createDirectory(folder.place("two.zarr"));
            folder.commit();
        }
        assertEquals("new", Files.readString(parent.resolve("one.txt")));
        assertEquals(List.of(), names(parent.resolve("two.zarr")));
    }

    @Test
    void refusesToOverwriteUnasked() throws Exception {
        Files.writeString(parent.resolve("one.txt"), "old");
        try (OutputFolder folder = open(parent, ExistingFile.FAIL)) {
            assertThrows(FileAlreadyExistsException.class, () -> folder.place("one.txt"));
        }
    }

    @Test
    void refusesTheSameNameTwice() throws Exception {
        try (OutputFolder folder = open(parent, ExistingFile.OVERWRITE)) {
            folder.place("one.txt");
            assertTrue(assertThrows(IOException.class, () -> folder.place("one.txt")).getMessage()
                .contains("one.txt"));
        }
    }

    @Test
    void makesNoFoldersUnasked() {
        assertThrows(NoSuchFileException.class,
            () -> OutputFolder.open(parent.resolve("none").toString(), false, ExistingFile.FAIL));
    }

    @Test
    void aFileIsNotAFolder() throws Exception {
        final Path file = Files.createFile(parent.resolve("file"));
        assertThrows(NotDirectoryException.class, () -> open(file, ExistingFile.FAIL));
        assertEquals(file.toString(), assertThrows(NotDirectoryException.class,
            () -> open(file.resolve("below"), ExistingFile.FAIL)).getMessage());
    }
}
