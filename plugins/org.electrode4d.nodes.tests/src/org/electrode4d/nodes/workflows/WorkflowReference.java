// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType.DoubleType;
import org.knime.core.node.workflow.VariableType.IntType;

/** The page {@code docs/workflows.md}: what the saved workflows say of themselves, with the commands to run them. */
final class WorkflowReference {

    private static final String INTRODUCTION = """
        # Workflows

        Every workflow but *dvc-two-scans*, which reads your scans, runs as it is, on data that it makes by itself or
        brings along: from the command line, and in KNIME Analytics Platform (*File > Import KNIME Workflow*). They are
        read from left to right; headings and notes on the canvas say what each stage does. With the small values below,
        a workflow runs in seconds; every build runs all of them so. This page is written from the workflows themselves,
        by `ShippedWorkflows` in the tests.

        | workflow | what it shows |
        |---|---|
        """;

    /** Begins the next argument of a command, on a line of its own. */
    private static final String NEXT = " \\\n        -workflow.variable=";

    private final StringBuilder text = new StringBuilder();

    private WorkflowReference() {
    }

    /** The page of the workflows in a folder. */
    static String of(final Path folder) throws IOException {
        final WorkflowReference reference = new WorkflowReference();
        reference.text.append(INTRODUCTION);
        for (final ShippedWorkflow shipped : ShippedWorkflows.all()) {
            reference.line("| [" + shipped.name() + "](#" + shipped.name() + ") | "
                + paragraphs(read(folder, shipped)).get(0) + " |");
        }
        for (final ShippedWorkflow shipped : ShippedWorkflows.all()) {
            reference.section(shipped, read(folder, shipped));
        }
        return reference.text.toString();
    }

    private static Workflow read(final Path folder, final ShippedWorkflow shipped) throws IOException {
        return WorkflowReader.read(folder.resolve(shipped.name()), new LoadReport());
    }

    private static List<String> paragraphs(final Workflow workflow) {
        return List.of(workflow.metadata().description().split("\n\n"));
    }

    private void line(final String line) {
        text.append(line).append('\n');
    }

    private void section(final ShippedWorkflow shipped, final Workflow workflow) {
        final String name = shipped.name();
        line("\n## " + name + "\n");
        line("![" + name + "](../workflows/" + name + "/workflow.svg)\n");
        for (final String paragraph : paragraphs(workflow)) {
            line(paragraph.replaceFirst("^(" + ShippedWorkflow.EXPECTED.strip() + ")", "**$1**") + "\n");
        }
        final String command = "    ./electrode4d run workflows/" + name + " --out results" + inputs(shipped);
        line(command + "\n");
        variables(shipped, workflow);
        if (!shipped.small().isEmpty()) {
            line("With small values:\n");
            line(command + small(shipped) + "\n");
        }
        line("Nodes: " + String.join(", ", workflow.nodes().stream().sorted(Comparator.comparing(WorkflowNode::id))
            .map(WorkflowNode::name).distinct().map(WorkflowReference::link).toList()) + ".");
    }

    private void variables(final ShippedWorkflow shipped, final Workflow workflow) {
        line("| variable | value | small |");
        line("|---|---|---|");
        for (final FlowVariable variable : workflow.variables()) {
            final Optional<FlowVariable> small =
                shipped.small().stream().filter(v -> v.getName().equals(variable.getName())).findFirst();
            line("| " + variable.getName() + " | " + code(variable) + " | "
                + small.map(WorkflowReference::code).orElse("") + " |");
        }
        line("");
    }

    private static String code(final FlowVariable variable) {
        final String value = variable.getValueAsString();
        return value.isEmpty() ? "(empty)" : "`" + value + "`";
    }

    private static String inputs(final ShippedWorkflow shipped) {
        return shipped.inputNames().stream().map(name -> NEXT + name + ",<file>,String").collect(Collectors.joining());
    }

    private static String small(final ShippedWorkflow shipped) {
        return shipped.small().stream().map(variable -> NEXT + argument(variable)).collect(Collectors.joining());
    }

    private static String argument(final FlowVariable variable) {
        final String value = variable.getName() + "," + variable.getValueAsString();
        if (variable.getVariableType() == IntType.INSTANCE) {
            return value + ",int";
        }
        return variable.getVariableType() == DoubleType.INSTANCE ? value + ",double"
            : "\"" + variable.getName() + ",'" + variable.getValueAsString() + "',String\"";
    }

    private static String link(final String node) {
        return "[" + node + "](nodes.md#" + node.toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
    }
}
