// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.cli.Commands.Outcome;
import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.FlowVariable;

final class RunCommandTest {

    private static final String NODES = "org.example.numbers.";

    @TempDir
    Path temporary;

    private Path workflow;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    /** Numbers -> Trouble -> Scale, with variables factor and output. */
    @BeforeEach
    void saveWorkflow() throws Exception {
        workflow = temporary.resolve("numbers");
        final WorkflowBuilder builder = new WorkflowBuilder();
        builder.variable(new FlowVariable("factor", 2.0)).variable(new FlowVariable("output", ""));
        final NodeBuilder numbers = builder.node(NODES + "NumbersNodeFactory", 100, 100).set("rows", 2);
        final NodeBuilder trouble = builder.node(NODES + "TroubleNodeFactory", 260, 100);
        final NodeBuilder scale = builder.node(NODES + "ScaleNodeFactory", 420, 100).bind("factor", "factor");
        builder.chain(numbers, trouble, scale).save(workflow);
    }

    private static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void runsAndLeavesTheWorkflowFolderAsItWas() throws Exception {
        final String before = Files.readString(workflow.resolve("workflow.knime"));
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("[2/3] Trouble (#2)  executed in "), outcome.out());
        assertTrue(outcome.out().contains("3 of 3 nodes executed in "), outcome.out());
        assertTrue(outcome.out().contains("peak memory "), outcome.out());
        assertTrue(outcome.err().contains("WARNING Scale (#3): scaled by 2.0"), outcome.err());
        assertEquals(before, Files.readString(workflow.resolve("workflow.knime")));
        assertFalse(Files.exists(workflow.resolve("Numbers (#1)/port_1")));
    }

    @Test
    void writesResultingTablesAsCsvAndPrintsSmallOnes() throws Exception {
        final Path out = temporary.resolve("results");
        final Outcome outcome = Commands.run("run", workflow, "--out", out);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals(List.of("Scale (#3) 1 Scaled.csv"), names(out));
        assertEquals("RowID,scaled\r\nRow0,2.0\r\nRow1,4.0\r\n",
            Files.readString(out.resolve("Scale (#3) 1 Scaled.csv")));
        assertTrue(outcome.out().contains("    Row0       2"), outcome.out());
    }

    @Test
    void setsTheVariableOutput() throws Exception {
        final Path out = temporary.resolve("results");
        final Path saved = temporary.resolve("saved");
        Commands.run("run", workflow, "--out", out, "--save=" + saved);
        assertTrue(Files.readString(saved.resolve("workflow.knime")).contains("value=\"" + out + "\""));
    }

    @Test
    void aFolderThatCannotBeMadeIsAWrongArgument() throws Exception {
        final Path file = Files.createFile(temporary.resolve("file"));
        final Outcome outcome = Commands.run("run", workflow, "--out", file.resolve("results"));
        assertEquals(2, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("--out " + file.resolve("results") + " cannot be made"), outcome.err());
        assertTrue(outcome.err().contains("Give a folder that you may write to."), outcome.err());
    }

    @Test
    void setsWorkflowVariables() throws Exception {
        final Path out = temporary.resolve("results");
        final Outcome outcome = Commands.run("run", "-workflowDir=" + workflow, "-reset", "-nosave",
            "-workflow.variable=factor,10,double", "-workflow.variable=unheard,'a,b',String", "--out", out);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("\"unheard\" is potentially unused (not defined in workflow)"),
            outcome.err());
        assertTrue(Files.readString(out.resolve("Scale (#3) 1 Scaled.csv")).contains("Row1,20.0"));
    }

    @Test
    void setsParametersOfNodes() throws Exception {
        final Path out = temporary.resolve("results");
        final Outcome outcome = Commands.run("run", workflow, "-option=1,rows,1,int", "-option=1,noise/amplitude,6,int",
            "-option=9,rows,1,int", "--out", out);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("-option=9,rows,1,int: no node with that number"), outcome.err());
        assertEquals("RowID,scaled\r\nRow0,14.0\r\n", Files.readString(out.resolve("Scale (#3) 1 Scaled.csv")));
    }

    @Test
    void aRefusedParameterIsALoadError() {
        final Outcome outcome = Commands.run("run", workflow, "-option=1,rows,-1,int");
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.err().contains("Numbers (#1): -option=1,rows,-1,int: Rows is -1, expected 0 or more"),
            outcome.err());
    }

    @Test
    void aFailedNodeIsAnExecutionErrorAndStopsThoseBehindIt() {
        final Outcome outcome = Commands.run("run", workflow, "-option=2,trouble,REFUSE,String");
        assertEquals(4, outcome.exitCode());
        assertTrue(outcome.err().contains("ERROR   Trouble (#2): The table is too blue"), outcome.err());
        assertTrue(outcome.err().contains("Choose a redder table."), outcome.err());
        assertTrue(outcome.err().contains("Scale (#3) is not executed: Trouble (#2) before it is not executed."),
            outcome.err());
        assertFalse(outcome.err().contains("\tat "), "no stack trace without --debug");
    }

    @Test
    void debugShowsWhereANodeCrashed() {
        final Outcome outcome = Commands.run("run", workflow, "--debug", "-option=2,trouble,CRASH,String");
        assertEquals(4, outcome.exitCode());
        assertTrue(outcome.err().contains("Execute failed: crashed on purpose"), outcome.err());
        assertTrue(outcome.err().contains("at org.example.numbers.TroubleNodeFactory"), outcome.err());
    }

    @Test
    void savesWhereAskedWithData() throws Exception {
        final Path saved = temporary.resolve("saved");
        Files.createDirectory(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/note.txt"), "goes along");
        assertEquals(0, Commands.run("run", workflow, "--save", saved).exitCode());
        assertTrue(Files.exists(saved.resolve(".savedWithData")));
        assertEquals("goes along", Files.readString(saved.resolve("data/note.txt")));
        try (OpenWorkflow loaded = OpenWorkflow.load(saved)) {
            loaded.nodes().forEach(n -> assertEquals(NodeState.EXECUTED, n.state(), n.title()));
        }
    }

    @Test
    void savesInPlaceAndKeepsResultsWithoutReset() throws Exception {
        assertEquals(0, Commands.run("run", workflow, "--save").exitCode());
        final Outcome again = Commands.run("run", "--no-reset", workflow);
        assertEquals(0, again.exitCode(), again.err());
        assertFalse(again.out().contains("executed in 0") && again.out().contains("[1/"), again.out());
        assertTrue(again.out().contains("3 of 3 nodes executed"), again.out());
        assertTrue(Commands.run("run", workflow).out().contains("[1/3] Numbers (#1)"));
    }

    @Test
    void aMissingPluginIsALoadErrorThatNamesNodeAndBundle() throws Exception {
        final Path settings = workflow.resolve("Trouble (#2)/settings.xml");
        Files.writeString(settings, Files.readString(settings).replace(NODES, "com.example.absent.")
            .replace("value=\"org.example.numbers\"", "value=\"com.example.absent\""));
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.err().contains("Trouble (#2): its plug-in com.example.absent 1.2.3 by Example is not "
            + "installed"), outcome.err());
        assertTrue(outcome.err().contains("--knime <installation>"), outcome.err());
        assertFalse(outcome.out().contains("executed"), outcome.out());
    }

    @Test
    void anUnknownSettingIsAWarning() throws Exception {
        final Path settings = workflow.resolve("Numbers (#1)/settings.xml");
        Files.writeString(settings, Files.readString(settings).replace("<entry key=\"rows\"",
            "<entry key=\"colour\" type=\"xstring\" value=\"red\"/><entry key=\"rows\""));
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("WARNING Numbers (#1): unknown settings [colour]"), outcome.err());
    }

    @Test
    void aMissingSettingMeansDefaultsAndAWarning() throws Exception {
        final Path settings = workflow.resolve("Numbers (#1)/settings.xml");
        Files.writeString(settings, Files.readString(settings).replaceAll("<entry key=\"name\" [^>]*\"number\"/>", ""));
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("WARNING Numbers (#1): "), outcome.err());
        assertTrue(outcome.err().contains("default"), outcome.err());
    }

    @Test
    void wrongArgumentsAreTold() {
        assertEquals(2, Commands.run("run").exitCode());
        assertEquals(2, Commands.run("run", temporary.resolve("absent")).exitCode());
        assertEquals(2, Commands.run("run", workflow, "--colour").exitCode());
        assertEquals(2, Commands.run("run", workflow, "-nosave", "--save").exitCode());
        assertEquals(2, Commands.run("run", workflow, "-workflow.variable=factor,ten,double").exitCode());
        assertEquals(2, Commands.run("run", workflow, "-option=1,rows").exitCode());
        assertEquals(2, Commands.run("run", "-workflowFile=" + workflow).exitCode());
        assertEquals(2, Commands.run("dance").exitCode());
    }

    @Test
    void malformedXmlIsToldWithFileAndLine() throws Exception {
        final Path file = workflow.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replaceFirst("<config key=\"nodes\">", "<config key=nodes>"));
        final long line = Files.readString(file).lines().takeWhile(l -> !l.contains("key=nodes")).count() + 1;
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.err().contains(file + ": line " + line + ", column "), outcome.err());
    }

    @Test
    void metanodesAreRejected() throws Exception {
        final Path file = workflow.resolve("workflow.knime");
        Files.writeString(file, Files.readString(file).replaceFirst("\"NativeNode\"", "\"SubNode\""));
        final Outcome outcome = Commands.run("run", workflow);
        assertEquals(3, outcome.exitCode());
        assertTrue(outcome.err().contains("node #1 (Numbers (#1)) is a component"), outcome.err());
    }
}
