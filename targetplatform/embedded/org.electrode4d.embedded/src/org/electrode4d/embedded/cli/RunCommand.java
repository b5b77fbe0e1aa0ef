// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.knime.core.node.workflow.FlowVariable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code electrode4d run}: executes a workflow. */
@Command(name = "run", sortOptions = false, description = {
    "Executes a workflow.",
    "The workflow is reset first, as in KNIME's batch application. Unlike there, the workflow folder is not changed "
        + "unless --save is given."},
    footer = {"", "Exit codes: 0 success, 2 wrong arguments, 3 the workflow could not be loaded, 4 a node failed or "
        + "the run was stopped."})
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Electrode4D parent;

    @Parameters(index = "0", arity = "0..1", paramLabel = "<workflow>",
        description = "Folder of a workflow, or a .knwf file.")
    private Path workflow;

    @Option(names = "-workflowDir", paramLabel = "<folder>", description = "The same, as KNIME calls it.")
    private Path workflowDir;

    @Option(names = "-workflowFile", paramLabel = "<file>", description = "The same for an archive.")
    private Path workflowFile;

    @Option(names = "-workflow.variable", paramLabel = "name,value,type",
        description = "Sets a workflow variable; type is String, int or double. Repeat for more. A value with commas "
            + "stands in quotes.")
    private List<String> variables = new ArrayList<>();

    @Option(names = "-option", paramLabel = "nodeID,name,value,type",
        description = "Sets a parameter of a node; a slash in the name leads into a group. Repeat for more.")
    private List<String> options = new ArrayList<>();

    @Option(names = "-reset", description = "Resets the workflow first (the default).")
    private boolean reset;

    @Option(names = "--no-reset", description = "Keeps the results of executed nodes and executes the others.")
    private boolean noReset;

    @Option(names = "-nosave", description = "Does not save the workflow (the default).")
    private boolean noSave;

    @Option(names = "--save", arity = "0..1", fallbackValue = "", paramLabel = "<folder>",
        description = "Saves the executed workflow with its data: into <folder>, or where it is.")
    private String save;

    @Option(names = "--out", paramLabel = "<folder>",
        description = "Writes every resulting table as CSV into <folder>, and sets the workflow variable \"output\" "
            + "to it if the workflow has one.")
    private Path out;

    @Option(names = "--report", paramLabel = "<file.html>",
        description = "Writes a report of the run, also of a failed one: one HTML file with the graph, settings, "
            + "versions, checksums, tables, charts and pictures.")
    private Path report;

    @Option(names = "--knime", paramLabel = "<installation>",
        description = "Runs the workflow with the batch application of a KNIME Analytics Platform instead.")
    private Path knime;

    @Override
    public Integer call() throws Exception {
        final RunRequest request = request();
        if (knime != null && report != null) {
            throw CommandFailure.arguments("--report and --knime exclude each other: what KNIME's batch application "
                + "executes, it does not tell.", "Put the node Report Writer into the workflow, or leave --knime out.");
        }
        if (knime != null) {
            return new KnimeInstallation(knime).run(request, parent.terminal());
        }
        return new WorkflowRun(request, arguments(), parent.terminal()).run();
    }

    private List<String> arguments() {
        return spec.commandLine().getParent().getParseResult().originalArgs();
    }

    private RunRequest request() throws CommandFailure {
        if (reset && noReset) {
            throw CommandFailure.arguments("-reset and --no-reset exclude each other.", "Give one of them.");
        }
        if (noSave && save != null) {
            throw CommandFailure.arguments("-nosave and --save exclude each other.", "Give one of them.");
        }
        final Path input = input();
        final List<FlowVariable> parsedVariables = new ArrayList<>();
        for (String argument : variables) {
            parsedVariables.add(VariableArgument.parse(argument));
        }
        final List<NodeOption> parsedOptions = new ArrayList<>();
        for (String argument : options) {
            parsedOptions.add(NodeOption.parse(argument));
        }
        return new RunRequest(input, parsedVariables, parsedOptions, !noReset, out, report,
            saveTarget(input));
    }

    private Path input() throws CommandFailure {
        final List<Path> given = new ArrayList<>();
        for (Path path : new Path[]{workflow, workflowDir, workflowFile}) {
            if (path != null) {
                given.add(path);
            }
        }
        if (given.isEmpty() && save != null && Files.exists(Path.of(save))) {
            given.add(Path.of(save));
            save = "";
        }
        if (given.size() != 1) {
            throw CommandFailure.arguments(given.isEmpty() ? "No workflow is given." : "More than one workflow is "
                + "given: " + given + ".", "Give one folder of a workflow, or one .knwf file.");
        }
        checkKind(workflowDir, workflowFile);
        return given.get(0);
    }

    private static void checkKind(final Path folder, final Path file) throws CommandFailure {
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandFailure.arguments("-workflowDir=" + folder + " is not a folder.",
                "Give the folder of a workflow.");
        }
        if (file != null && !Files.isRegularFile(file)) {
            throw CommandFailure.arguments("-workflowFile=" + file + " is not a file.", "Give a .knwf or .zip file.");
        }
    }

    private Path saveTarget(final Path input) throws CommandFailure {
        if (save == null || !save.isEmpty()) {
            return save == null ? null : Path.of(save);
        }
        if (Files.isRegularFile(input) && !input.endsWith("workflow.knime")) {
            throw CommandFailure.arguments("--save needs a folder, because " + input + " is an archive.",
                "Give --save=<folder>.");
        }
        return Files.isRegularFile(input) ? input.toAbsolutePath().getParent() : input;
    }
}
