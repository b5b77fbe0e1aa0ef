// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseZipTest {

    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path content;

    @BeforeEach
    void fill() throws Exception {
        content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("start"), "#!/bin/sh\n");
        Files.writeString(Files.createDirectories(content.resolve("data")).resolve("Größe.txt"), "1 µm\n");
    }

    private Path pack(final String name) throws Exception {
        final Path zip = folder.resolve(name);
        ReleaseZip.pack(content, "tool-1.0", Set.of("start"), TIME, zip);
        return zip;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void programsMayBeStartedWhenTheyAreUnpacked() throws Exception {
        ReleaseZip.unpack(pack("a.zip"), Files.createDirectories(folder.resolve("out")));
        final Path tool = folder.resolve("out/tool-1.0");
        assertTrue(Files.isExecutable(tool.resolve("start")));
        assertFalse(Files.isExecutable(tool.resolve("data/Größe.txt")));
        assertEquals("1 µm\n", Files.readString(tool.resolve("data/Größe.txt")));
    }

    @Test
    void equalContentGivesEqualBytes() throws Exception {
        final byte[] first = Files.readAllBytes(pack("a.zip"));
        Files.setLastModifiedTime(content.resolve("start"), FileTime.from(Instant.EPOCH));
        // zip files count seconds
        Thread.sleep(1100);
        assertArrayEquals(first, Files.readAllBytes(pack("b.zip")));
    }

    @Test
    void checksumsAreThoseOfSha256sum() throws Exception {
        Checksums.write(content);
        Checksums.write(content);
        assertEquals(List.of("535e88ca62f2284d0531d1d68b067188e4f36372092fdccaca7058ea0ebeec98  data/Größe.txt",
            "a8076d3d28d21e02012b20eaf7dbf75409a6277134439025f282e368e3305abf  start"),
            Files.readAllLines(content.resolve("SHA256SUMS")), "and not of the file itself");
    }
}
