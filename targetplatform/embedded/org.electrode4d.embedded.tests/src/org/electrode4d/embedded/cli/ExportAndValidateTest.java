// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.cli.Commands.Outcome;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportAndValidateTest {

    @TempDir
    Path temporary;

    private Path workflow;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    @BeforeEach
    void saveWorkflow() throws Exception {
        workflow = temporary.resolve("blobs");
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.node("org.example.numbers.BlobNodeFactory", 100, 100);
        builder.save(workflow);
        Files.createDirectory(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/note.txt"), "goes along");
    }

    @Test
    void anExportHoldsOneRootFolderAndNoData() throws Exception {
        assertEquals(0, Commands.run("run", workflow, "--save").exitCode());
        assertTrue(Files.exists(workflow.resolve("Blobs (#1)/filestore")));
        final Path archive = temporary.resolve("blobs.knwf");
        final Outcome outcome = Commands.run("export", workflow, "-o", archive);
        assertEquals(0, outcome.exitCode(), outcome.err());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            final List<String> files = zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).sorted()
                .toList();
            assertEquals(List.of("blobs/.artifacts/workflow-configuration-representation.json",
                "blobs/.artifacts/workflow-configuration.json", "blobs/Blobs (#1)/settings.xml",
                "blobs/data/note.txt", "blobs/workflow-metadata.xml", "blobs/workflow.knime",
                "blobs/workflowset.meta"), files);
        }
    }

    @Test
    void anExportedWorkflowRuns() throws Exception {
        final Path archive = temporary.resolve("blobs.knwf");
        Commands.run("export", workflow, "-o", archive);
        final Path out = temporary.resolve("out");
        final Outcome outcome = Commands.run("run", archive, "--out", out);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals("RowID,blob\r\nRow0,blob 0\r\nRow1,blob 1\r\n",
            Files.readString(out.resolve("Blobs (#1) 1 Blobs.csv")));
        assertEquals(2, Commands.run("run", archive, "--save").exitCode(), "an archive has no folder to save into");
    }

    @Test
    void anExportDoesNotTellWhenItWasMade() throws Exception {
        final Path archive = temporary.resolve("blobs.knwf");
        Commands.run("export", workflow, "-o", archive);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertEquals(List.of(1980), zip.stream().map(e -> e.getTimeLocal().getYear()).distinct().toList());
        }
    }

    @Test
    void theExportFolderMustExist() {
        final Outcome outcome = Commands.run("export", workflow, "-o", temporary.resolve("absent/blobs.knwf"));
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.err().contains("absent"), outcome.err());
    }

    @Test
    void aFileThatIsNoArchiveIsRejected() throws Exception {
        final Path file = Files.writeString(temporary.resolve("notes.knwf"), "not a zip");
        final Outcome outcome = Commands.run("validate", file);
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.err().contains("notes.knwf"), outcome.err());
    }

    @Test
    void aSoundWorkflowIsValid() {
        final Outcome outcome = Commands.run("validate", workflow);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals("Blobs (#1)  CONFIGURED" + System.lineSeparator(), outcome.out());
    }

    @Test
    void aFreeInputIsAFault() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.node("org.example.numbers.ScaleNodeFactory", 100, 100);
        builder.save(temporary.resolve("loose"));
        final Outcome outcome = Commands.run("validate", temporary.resolve("loose"));
        assertEquals(4, outcome.exitCode());
        assertTrue(outcome.err().contains("Scale (#1): nothing is connected to its input 1."), outcome.err());
    }
}
