// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.SettingsTrees;
import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.spi.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored workflow with notes, variables, bindings, messages and keys of others, read and written again. */
final class WorkflowFilesTest {

    private static final Path STORED = TestPlugins.fixtures().resolve("workflows/annotated");

    private static final List<String> FILES = List.of("workflow.knime", "Numbers (#1)/settings.xml",
        "Scale (#4)/settings.xml");

    @TempDir
    Path temporary;

    private Workflow read(final Path folder) throws Exception {
        final LoadReport report = new LoadReport();
        final Workflow workflow = WorkflowReader.read(folder, report);
        assertEquals(List.of(), report.findings());
        return workflow;
    }

    private Path copy() throws Exception {
        final Path copy = temporary.resolve("copy");
        Folders.copy(STORED, copy);
        return copy;
    }

    private static void replace(final Path file, final String old, final String replacement) throws Exception {
        final String text = Files.readString(file);
        assertTrue(text.contains(old), file + " holds no " + old);
        Files.writeString(file, text.replace(old, replacement));
    }

    @Test
    void everythingIsRead() throws Exception {
        final Workflow workflow = read(STORED);
        assertEquals(List.of("Numbers (#1)", "Scale (#4)"),
            workflow.nodes().stream().map(WorkflowNode::title).toList());
        assertEquals(List.of(new Connection(1, 1, 4, 1)), workflow.connections());
        assertEquals(List.of("factor", "sample", "cycles"), workflow.variables().stream().map(v -> v.getName())
            .toList());
        assertEquals(2, workflow.annotations().size());
        assertEquals("Scaled numbers\nfrom left to right", workflow.annotations().get(0).text());
        assertEquals(new Bounds(80, 40, 420, 260), workflow.annotations().get(0).place());
        assertEquals(3, workflow.annotations().get(1).styles().get(0).font().style());
        assertEquals("Multiplies numbers & writes nothing.", workflow.metadata().description());
        assertEquals(List.of("numbers", "test"), workflow.metadata().tags());
        final WorkflowNode scale = workflow.node(4).orElseThrow();
        assertEquals(new Bounds(260, 100, 0, 0), scale.bounds());
        assertEquals("twice", scale.label().orElseThrow().text());
        assertEquals("The user's own words", scale.customDescription());
        assertEquals(List.of("Use a number column."), scale.message().orElseThrow().getResolutions());
    }

    @Test
    void whatIsReadIsWrittenWithTheSameKeysTypesOrderAndValues() throws Exception {
        final Path written = temporary.resolve("written");
        new WorkflowWriter(read(STORED), STORED, WorkflowWriter.DataWriter.NONE).write(written);
        for (String file : FILES) {
            assertEquals(String.join("\n", SettingsTrees.lines(STORED.resolve(file))),
                String.join("\n", SettingsTrees.lines(written.resolve(file))), file);
        }
        assertEquals(Files.readString(STORED.resolve("workflow-metadata.xml")),
            Files.readString(written.resolve("workflow-metadata.xml")));
        assertEquals(Files.readString(STORED.resolve("workflowset.meta")),
            Files.readString(written.resolve("workflowset.meta")));
    }

    @Test
    void keysOfOthersStayWhereTheyWere() throws Exception {
        final Path written = temporary.resolve("written");
        new WorkflowWriter(read(STORED), STORED, WorkflowWriter.DataWriter.NONE).write(written);
        final List<String> workflow = SettingsTrees.lines(written.resolve("workflow.knime"));
        final int credentials = workflow.indexOf("workflow_credentials config");
        assertEquals("tableBackend config", workflow.get(credentials + 1));
    }

    @Test
    void writingInPlaceKeepsFilesOfTheUserAndDropsData() throws Exception {
        final Path copy = copy();
        Files.createDirectory(copy.resolve("data"));
        Files.writeString(copy.resolve("data/note.txt"), "mine");
        Files.createDirectories(copy.resolve("Numbers (#1)/drop"));
        Files.writeString(copy.resolve("Numbers (#1)/drop/kept.txt"), "dropped here");
        Files.createDirectories(copy.resolve("Numbers (#1)/port_1"));
        final Workflow workflow = read(copy);
        new WorkflowWriter(workflow, copy, WorkflowWriter.DataWriter.NONE).write(copy);
        assertEquals("mine", Files.readString(copy.resolve("data/note.txt")));
        assertEquals("dropped here", Files.readString(copy.resolve("Numbers (#1)/drop/kept.txt")));
        assertFalse(Files.exists(copy.resolve("Numbers (#1)/port_1")));
        assertEquals(1, Folders.list(temporary).size(), "nothing unfinished is left behind");
    }

    @Test
    void afterAFailureTheOldWorkflowIsThere() throws Exception {
        final Path copy = copy();
        final String before = Files.readString(copy.resolve("workflow.knime"));
        final WorkflowWriter writer = new WorkflowWriter(read(copy), copy, (node, folder) -> {
            throw new IOException("disk full");
        });
        assertThrows(IOException.class, () -> writer.write(copy));
        assertEquals(before, Files.readString(copy.resolve("workflow.knime")));
        assertEquals(List.of(copy), Folders.list(temporary));
    }

    @Test
    void theParentFolderMustExist() throws Exception {
        final Path target = temporary.resolve("absent/workflow");
        final WorkflowWriter writer = new WorkflowWriter(read(STORED), STORED, WorkflowWriter.DataWriter.NONE);
        assertTrue(assertThrows(IOException.class, () -> writer.write(target)).getMessage()
            .contains("absent"));
    }

    @Test
    void aFolderWithoutWorkflowIsTold() {
        final WorkflowFormatException e = assertThrows(WorkflowFormatException.class,
            () -> WorkflowReader.read(temporary, new LoadReport()));
        assertEquals(temporary + ": no workflow.knime in this folder", e.getMessage());
    }

    @Test
    void aNodeWithAMalformedFileIsReportedAndLeftOut() throws Exception {
        final Path copy = copy();
        replace(copy.resolve("Scale (#4)/settings.xml"), "<config key=\"model\">", "<config key=\"model\"");
        final LoadReport report = new LoadReport();
        final Workflow workflow = WorkflowReader.read(copy, report);
        assertEquals(1, workflow.nodes().size());
        assertTrue(report.hasErrors());
        assertTrue(report.findings().get(0).problem().matches("(?s).*Scale \\(#4\\).settings.xml: line \\d+, column.*"),
            report.findings().get(0).problem());
        assertTrue(report.findings().get(1).problem().contains("#1:1 -> #4:1"), report.findings().toString());
    }

    @Test
    void aMissingKeyIsNamedWithItsFile() throws Exception {
        final Path copy = copy();
        replace(copy.resolve("workflow.knime"), "key=\"connections\"", "key=\"connectionz\"");
        final WorkflowFormatException e = assertThrows(WorkflowFormatException.class,
            () -> WorkflowReader.read(copy, new LoadReport()));
        assertTrue(e.getMessage().contains("workflow.knime") && e.getMessage().contains("connections"), e.getMessage());
    }

    @Test
    void aWrongStateIsReported() throws Exception {
        final Path copy = copy();
        replace(copy.resolve("Scale (#4)/settings.xml"), "key=\"state\" type=\"xstring\" value=\"IDLE\"",
            "key=\"state\" type=\"xstring\" value=\"TIRED\"");
        final LoadReport report = new LoadReport();
        WorkflowReader.read(copy, report);
        assertTrue(report.findings().get(0).problem().contains("state is \"TIRED\", expected IDLE"),
            report.findings().toString());
    }

    @Test
    void aNewerFormatIsAWarning() throws Exception {
        final Path copy = copy();
        replace(copy.resolve("workflow.knime"), "value=\"5.1.0\"", "value=\"6.0.0\"");
        final LoadReport report = new LoadReport();
        WorkflowReader.read(copy, report);
        assertEquals(1, report.findings().size());
        assertFalse(report.hasErrors());
    }

    @Test
    void anArchiveRoundTripGivesTheSameFiles() throws Exception {
        final Path archive = temporary.resolve("annotated.knwf");
        KnwfArchive.pack(STORED, "annotated", archive);
        final Path folder = KnwfArchive.extract(archive, Files.createDirectory(temporary.resolve("unpacked")));
        assertEquals("annotated", folder.getFileName().toString());
        for (String file : FILES) {
            assertEquals(-1, Files.mismatch(STORED.resolve(file), folder.resolve(file)), file);
        }
    }

    @Test
    void anArchiveWithTheWorkflowAtItsRootIsRead() throws Exception {
        final Path archive = temporary.resolve("root.zip");
        KnwfArchive.pack(STORED, ".", archive);
        final Path into = Files.createDirectory(temporary.resolve("unpacked"));
        assertEquals(into, KnwfArchive.extract(archive, into));
    }

    @Test
    void anEntryThatPointsOutOfTheArchiveIsRefused() throws Exception {
        final Path archive = temporary.resolve("evil.knwf");
        KnwfArchive.pack(STORED, "../evil", archive);
        final Path into = Files.createDirectory(temporary.resolve("unpacked"));
        assertThrows(WorkflowFormatException.class, () -> KnwfArchive.extract(archive, into));
        assertFalse(Files.exists(temporary.resolve("evil")));
    }
}
