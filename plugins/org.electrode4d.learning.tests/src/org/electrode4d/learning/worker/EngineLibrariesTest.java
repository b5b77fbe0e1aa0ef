// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLibrariesTest {

    @TempDir
    private Path folder;

    private Path make(final String name) throws IOException {
        final Path file = folder.resolve("org.electrode4d.learning" + name);
        Files.createDirectories(file.getParent());
        return name.endsWith(".jar") ? Files.createFile(file) : Files.createDirectories(file);
    }

    @Test
    void classesJarsAndNativeCodeOfThisMachineAreItsClassPath() throws IOException {
        final List<Path> expected = List.of(make("/target/classes"), make(".fast/target/classes"),
            make(".fast/lib/a-1.jar"), make(".fast/lib/b-2.jar"),
            make(".fast." + EngineLibraries.platform() + "/lib/native.jar"));
        make(".fast.plan9.mips/lib/other.jar");
        make(".slow/lib/slow.jar");
        assertEquals(Optional.of(new EngineLibrary("fast", expected)), EngineLibraries.find("fast", folder));
    }

    @Test
    void whatWasNotBuiltIsNotThere() throws IOException {
        make(".sources/src");
        make(".unfetched/target/classes");
        for (final String id : List.of("none", "sources", "unfetched")) {
            assertEquals(Optional.empty(), EngineLibraries.find(id, folder));
        }
    }
}
