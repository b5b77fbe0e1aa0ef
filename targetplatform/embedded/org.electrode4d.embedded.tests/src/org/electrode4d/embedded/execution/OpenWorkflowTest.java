// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.embedded.SettingsTrees;
import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.spi.Folders;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeSettings;
import org.knime.core.util.pathresolve.ResolverUtil;

/** Saving, loading and running workflows with file stores, internal tables, shared tables and variables. */
final class OpenWorkflowTest {

    private static final String NODES = "org.example.numbers.";

    @TempDir
    Path temporary;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    /** Numbers and Blobs go to Count, which passes the blobs on; Numbers goes to Scale too. */
    private Path savedReset() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder();
        final NodeBuilder numbers = builder.node(NODES + "NumbersNodeFactory", 100, 100).expose("rows", "rows made");
        final NodeBuilder blobs = builder.node(NODES + "BlobNodeFactory", 100, 200);
        final NodeBuilder count = builder.node(NODES + "JoinNodeFactory", 260, 150);
        final NodeBuilder scale = builder.node(NODES + "ScaleNodeFactory", 260, 50).bind("factor", "rows made");
        builder.connect(numbers, 1, count, 1).connect(blobs, 1, count, 2).connect(numbers, 1, scale, 1);
        builder.save(temporary.resolve("reset"));
        return temporary.resolve("reset");
    }

    private static void execute(final OpenWorkflow workflow) throws Exception {
        assertTrue(new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run());
    }

    private Path savedExecuted() throws Exception {
        final Path target = temporary.resolve("executed");
        try (OpenWorkflow workflow = OpenWorkflow.load(savedReset())) {
            execute(workflow);
            workflow.save(target);
        }
        return target;
    }

    private static void assertResults(final OpenWorkflow workflow) {
        assertEquals(List.of(), workflow.report().findings());
        workflow.nodes().forEach(n -> assertEquals(NodeState.EXECUTED, n.state(), n.title()));
        assertEquals(List.of("Row0 [3]", "Row1 [2]"), Tables.rows(workflow, 3, 0));
        assertEquals(List.of("Row0 [blob 0]", "Row1 [blob 1]"), Tables.rows(workflow, 3, 1));
        assertEquals(List.of("Row0 [3.0]", "Row1 [6.0]", "Row2 [9.0]"), Tables.rows(workflow, 4, 0));
    }

    @Test
    void executedWorkflowsComeBackExecuted() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(savedExecuted())) {
            assertResults(workflow);
        }
    }

    @Test
    void resultsDoNotDependOnTheFolderTheyWereMadeIn() throws Exception {
        final Path saved = savedExecuted();
        final Path moved = Files.move(saved, temporary.resolve("moved"));
        Folders.delete(temporary.resolve("reset"));
        try (OpenWorkflow workflow = OpenWorkflow.load(moved)) {
            assertResults(workflow);
        }
    }

    @Test
    void savingAgainInPlaceAndElsewhereKeepsTheResults() throws Exception {
        final Path saved = savedExecuted();
        final Path copy = temporary.resolve("copy");
        try (OpenWorkflow workflow = OpenWorkflow.load(saved)) {
            workflow.save(saved);
            workflow.save(copy);
            assertResults(workflow);
        }
        for (Path folder : List.of(saved, copy)) {
            try (OpenWorkflow workflow = OpenWorkflow.load(folder)) {
                assertResults(workflow);
            }
        }
        assertEquals(files(saved), files(copy));
    }

    private static List<String> files(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(f -> folder.relativize(f).toString()).sorted().toList();
        }
    }

    @Test
    void aCancelledSaveChangesNothing() throws Exception {
        final Path saved = savedExecuted();
        final List<String> before = files(saved);
        try (OpenWorkflow workflow = OpenWorkflow.load(saved)) {
            final CancelSignal cancel = new CancelSignal();
            cancel.cancel();
            assertThrows(CanceledExecutionException.class, () -> workflow.save(saved, cancel));
            assertThrows(CanceledExecutionException.class, () -> workflow.save(temporary.resolve("new"), cancel));
        }
        assertEquals(before, files(saved));
        assertFalse(Files.exists(temporary.resolve("new")));
    }

    @Test
    void aParameterExposedAsAVariableDrivesNodesBehindIt() throws Exception {
        final Path saved = savedExecuted();
        final List<String> settings = SettingsTrees.lines(saved.resolve("Numbers (#1)/settings.xml"));
        assertTrue(settings.containsAll(List.of("flow_stack/Variable_0/type xstring = variable",
            "flow_stack/Variable_0/name xstring = rows made", "flow_stack/Variable_0/class xstring = INTEGER",
            "flow_stack/Variable_0/value xint = 3")), settings.toString());
    }

    @Test
    void changedParametersResetTheNodesBehind() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(savedExecuted())) {
            final NodeInstance numbers = workflow.node(1).orElseThrow();
            final NodeSettings model = new NodeSettings("model");
            numbers.stored().configuration().model().copyTo(model);
            model.addInt("rows", 1);
            workflow.setParameters(numbers, model);
            assertEquals(NodeState.CONFIGURED, numbers.state());
            assertEquals(NodeState.EXECUTED, workflow.node(2).orElseThrow().state(), "the blobs do not depend on it");
            assertEquals(NodeState.CONFIGURED, workflow.node(4).orElseThrow().state());
            execute(workflow);
            assertEquals(List.of("Row0 [1.0]"), Tables.rows(workflow, 4, 0));
        }
    }

    @Test
    void lostDataMeanAWarningAndAReset() throws Exception {
        final Path saved = savedExecuted();
        Files.delete(saved.resolve("Blobs (#2)/port_1/data.zip"));
        try (OpenWorkflow workflow = OpenWorkflow.load(saved)) {
            assertFalse(workflow.report().hasErrors());
            assertTrue(workflow.report().findings().get(0).toString()
                .startsWith("Blobs (#2): Unable to load port content: "), workflow.report().findings().toString());
            assertEquals(NodeState.CONFIGURED, workflow.node(2).orElseThrow().state());
            assertEquals(NodeState.CONFIGURED, workflow.node(3).orElseThrow().state(), "it is behind the blobs");
            assertEquals(NodeState.EXECUTED, workflow.node(4).orElseThrow().state());
            execute(workflow);
            assertEquals(List.of("Row0 [blob 0]", "Row1 [blob 1]"), Tables.rows(workflow, 3, 1));
        }
    }

    @Test
    void nodesFindTheDataAreaOfTheirWorkflow() throws Exception {
        final Path saved = savedReset();
        Files.createDirectory(saved.resolve("data"));
        final Path note = Files.writeString(saved.resolve("data/note.txt"), "here");
        try (OpenWorkflow workflow = OpenWorkflow.load(saved)) {
            final File found = workflow.node(1).orElseThrow().embedded().call(
                () -> ResolverUtil.resolveURItoLocalFile(new URI("knime://knime.workflow/data/note.txt")));
            assertEquals(note.toRealPath(), found.toPath().toRealPath());
        }
    }

    @Test
    void temporaryFilesAreDeletedWhenTheWorkflowIsClosed() throws Exception {
        final Path temporaryFolder;
        try (OpenWorkflow workflow = OpenWorkflow.load(savedReset())) {
            execute(workflow);
            temporaryFolder = workflow.node(1).orElseThrow().embedded().workflow().temporaryFolder();
            assertTrue(Files.exists(temporaryFolder));
        }
        assertFalse(Files.exists(temporaryFolder));
    }

    @Test
    void wiresInACircleAreTold() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder();
        final NodeBuilder a = builder.node(NODES + "TroubleNodeFactory", 0, 0);
        final NodeBuilder b = builder.node(NODES + "TroubleNodeFactory", 0, 0);
        builder.chain(a, b, a);
        final Exception e = assertThrows(IllegalStateException.class, () -> builder.save(temporary.resolve("circle")));
        assertTrue(e.getMessage().contains("[Trouble (#1), Trouble (#2)] run in a circle"), e.getMessage());
    }
}
