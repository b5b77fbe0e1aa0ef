// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.TestVolumes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.BufferedDataTable;

/** Writing to a disk that is full, or must not be written to: a tiny file system in memory stands in for it. */
class FullDiskTest {

    @TempDir
    Path folder;

    private Path disk;
    private NodeTester tester;

    @BeforeEach
    void mount() throws Exception {
        tester = NodeTester.open();
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
            "A small file system cannot be mounted here (needs Linux and root).");
    }

    @AfterEach
    void unmount() throws Exception {
        tester.close();
        run("umount", disk.toString());
    }

    private static boolean run(final String... command) throws InterruptedException {
        try {
            final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private BufferedDataTable series() throws Exception {
        final Path file = TestVolumes.write(TestVolumes.counting("scan", 64, 64, 64), folder.resolve("scan.tif"));
        return tester.node(new VolumeReaderNodeFactory()).set("path", file).run(NodeTester.UNCONNECTED).table(0);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource(VolumeFormatChoice.class)
    void aFullDiskIsNamedAndNothingIsLeft(final VolumeFormatChoice format) throws Exception {
        Failures.of(tester.node(new VolumeWriterNodeFactory()).set("folder", disk).set("format", format.name()),
            series()).says(disk.toString()).resolution("Free space");
        assertEquals(List.of(), left());
    }

    @Test
    void aDiskThatMustNotBeWrittenIsNamed() throws Exception {
        Assumptions.assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "Cannot remount read-only.");
        Failures.of(tester.node(new VolumeWriterNodeFactory()).set("folder", disk), series())
            .says(disk + ": Read-only file system").resolution("ask for the right to write there");
        assertEquals(List.of(), left());
    }
}
