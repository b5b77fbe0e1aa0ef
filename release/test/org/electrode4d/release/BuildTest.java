// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {

    @TempDir
    Path folder;

    @Test
    void whatARunHasLeftInAWorkflowIsNotCopied() throws Exception {
        // a checkout may lie anywhere
        final Path workflow = folder.resolve("data/results/workflows/dvc");
        for (final String file : List.of("workflow.knime", ".knimeLock", "data/reference.npy", "data/results/T1.csv")) {
            Jars.write(workflow.resolve(file), new byte[0]);
        }
        Build.copy(workflow, folder.resolve("copy"));
        try (Stream<Path> files = Files.walk(folder.resolve("copy"))) {
            assertEquals(List.of("data/reference.npy", "workflow.knime"), files.filter(Files::isRegularFile)
                .map(file -> folder.resolve("copy").relativize(file).toString().replace('\\', '/')).sorted().toList());
        }
    }
}
