// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.electrode4d.embedded.SettingsTrees;
import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;

final class WorkflowBuilderTest {

    private static final String NUMBERS = "org.example.numbers.NumbersNodeFactory";
    private static final String SCALE = "org.example.numbers.ScaleNodeFactory";

    @TempDir
    Path temporary;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    private static WorkflowBuilder scaledNumbers() {
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.variable(new FlowVariable("factor", 2.5)).annotate(
            Annotation.note("From left to right", new Bounds(80, 40, 400, 200), 0xFFD800));
        final NodeBuilder numbers = builder.node(NUMBERS, 100, 100).set("rows", 2).set("start", 10L)
            .set("noise/amplitude", 1).label("Two numbers").describe("Starts at eleven");
        final NodeBuilder scale = builder.node(SCALE, 260, 100).bind("factor", "factor");
        return builder.chain(numbers, scale).describe("Scales numbers.").author("A. Tester", Instant.EPOCH);
    }

    @Test
    void aBuiltWorkflowLoadsConfiguredAndRuns() throws Exception {
        scaledNumbers().save(temporary.resolve("numbers"));
        try (OpenWorkflow workflow = OpenWorkflow.load(temporary.resolve("numbers"))) {
            assertEquals(List.of(), workflow.report().findings());
            workflow.nodes().forEach(n -> assertEquals(NodeState.CONFIGURED, n.state(), n.title()));
            assertTrue(new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run());
            assertEquals(List.of("Row0 [27.5]", "Row1 [30.0]"), Tables.rows(workflow, 2, 0));
        }
    }

    @Test
    void aNodeChoosesItsColumnFromTheSpecsBeforeIt() throws Exception {
        scaledNumbers().save(temporary.resolve("numbers"));
        final List<String> settings = SettingsTrees.lines(temporary.resolve("numbers/Scale (#2)/settings.xml"));
        assertTrue(settings.contains("model/column xstring = number"), settings.toString());
    }

    @Test
    void theSavedWorkflowHoldsNoData() throws Exception {
        scaledNumbers().save(temporary.resolve("numbers"));
        assertFalse(Files.exists(temporary.resolve("numbers/.savedWithData")));
        assertFalse(Files.exists(temporary.resolve("numbers/Numbers (#1)/port_1")));
    }

    @Test
    void theSameCodeWritesTheSameFiles() throws Exception {
        scaledNumbers().save(temporary.resolve("a"));
        scaledNumbers().save(temporary.resolve("b"));
        for (String file : List.of("workflow.knime", "workflow-metadata.xml", "workflowset.meta",
            "Numbers (#1)/settings.xml", "Scale (#2)/settings.xml")) {
            assertEquals(-1, Files.mismatch(temporary.resolve("a").resolve(file), temporary.resolve("b").resolve(file)),
                file);
        }
    }

    @Test
    void savingAnewRemovesNodesThatAreGone() throws Exception {
        scaledNumbers().save(temporary.resolve("numbers"));
        final WorkflowBuilder smaller = new WorkflowBuilder();
        smaller.node(NUMBERS, 100, 100);
        smaller.save(temporary.resolve("numbers"));
        assertTrue(Files.exists(temporary.resolve("numbers/Numbers (#1)")));
        assertFalse(Files.exists(temporary.resolve("numbers/Scale (#2)")));
    }

    @Test
    void aMisspeltParameterIsRefusedWithTheKnownOnes() {
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.node(NUMBERS, 0, 0).set("rowz", 2);
        final Exception e = assertThrows(InvalidSettingsException.class, () -> builder.save(temporary.resolve("x")));
        assertEquals("Numbers (#1): no parameter \"rowz\"; expected one of [rows, start, name, sign, noise]",
            e.getMessage());
    }

    @Test
    void aParameterKeepsItsType() {
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.node(NUMBERS, 0, 0).set("start", 2);
        final Exception e = assertThrows(InvalidSettingsException.class, () -> builder.save(temporary.resolve("x")));
        assertEquals("Numbers (#1): parameter \"start\" is of type xlong, not xint", e.getMessage());
    }

    @Test
    void anUnknownFactoryIsRefused() {
        final Exception e = assertThrows(IllegalArgumentException.class,
            () -> new WorkflowBuilder().node("org.example.Nowhere", 0, 0));
        assertTrue(e.getMessage().contains("org.example.Nowhere"), e.getMessage());
    }
}
