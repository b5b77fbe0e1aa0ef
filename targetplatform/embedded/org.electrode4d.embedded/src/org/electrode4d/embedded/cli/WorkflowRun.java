// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.execution.CancelSignal;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.execution.WorkflowExecution;
import org.electrode4d.embedded.report.RunFacts;
import org.electrode4d.embedded.report.RunRecord;
import org.electrode4d.embedded.report.RunReport;
import org.electrode4d.embedded.workflow.NodeState;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/** Loads, executes and saves a workflow on the embedded platform, with the steps of KNIME's batch application. */
final class WorkflowRun {

    private static final String OUTPUT_VARIABLE = "output";

    private final RunRequest request;
    private final List<String> arguments;
    private final Terminal terminal;
    private final CancelSignal cancel = new CancelSignal();

    /** @param arguments of the command line, for the report */
    WorkflowRun(final RunRequest request, final List<String> arguments, final Terminal terminal) {
        this.request = request;
        this.arguments = arguments;
        this.terminal = terminal;
    }

    /** Runs and returns the exit code. */
    int run() throws CommandFailure, IOException {
        final Instant start = Instant.now();
        try (Interrupts interrupts = new Interrupts(cancel);
            WorkflowLocation location = WorkflowLocation.open(request.workflow());
            OpenWorkflow workflow = load(location)) {
            final boolean madeFolder = createOutFolder();
            final ReportFile report = request.report() == null ? null : ReportFile.prepare(request.report());
            try {
                prepare(workflow);
                final RunRecord record = new RunRecord(new ProgressPrinter(terminal));
                final String checksum =
                    report == null ? "" : RunFacts.checksum(request.workflow(), location.folder());
                final boolean complete = new WorkflowExecution(workflow, record, cancel).run();
                final RunFacts facts = new RunFacts(arguments, request.workflow(), location.folder(), checksum,
                    request.out(), start, Instant.now(), PeakMemory.describe());
                keepResults(workflow);
                if (report != null) {
                    report.write(new RunReport(workflow, facts, record), cancel, terminal);
                }
                summarize(workflow, Duration.between(start, Instant.now()));
                return complete ? ExitCode.SUCCESS : ExitCode.EXECUTION;
            } catch (CanceledExecutionException e) {
                if (madeFolder) {
                    deleteIfEmpty(request.out());
                }
                terminal.warn("The run was stopped; nothing was saved.");
                return ExitCode.EXECUTION;
            }
        }
    }

    private OpenWorkflow load(final WorkflowLocation location) throws CommandFailure, IOException {
        final OpenWorkflow workflow;
        try {
            workflow = OpenWorkflow.load(location.folder());
        } catch (IOException e) {
            throw Terminal.cannotLoad(e);
        }
        terminal.print(workflow.report().findings());
        if (workflow.report().hasErrors()) {
            workflow.close();
            throw new CommandFailure(ExitCode.LOAD, request.workflow() + " was not executed, because it could not be "
                + "loaded completely.", "", null);
        }
        return workflow;
    }

    private boolean createOutFolder() throws IOException, CommandFailure {
        if (request.out() != null && Files.isRegularFile(request.out())) {
            throw CommandFailure.arguments("--out " + request.out() + " is a file.", "Give a folder.");
        }
        if (request.out() == null || Files.isDirectory(request.out())) {
            return false;
        }
        try {
            Files.createDirectories(request.out());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.ARGUMENTS, "The folder --out " + request.out() + " cannot be made ("
                + e.getClass().getSimpleName() + ": " + e.getMessage() + ").", "Give a folder that you may write to.",
                e);
        }
        return true;
    }

    private static void deleteIfEmpty(final Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    private void prepare(final OpenWorkflow workflow) throws CommandFailure {
        for (FlowVariable variable : request.variables()) {
            if (!workflow.stored().declares(variable.getName())) {
                terminal.warn("The workflow variable \"" + variable.getName()
                    + "\" is potentially unused (not defined in workflow).");
            }
            workflow.setVariable(variable);
        }
        setOutputVariable(workflow);
        if (request.reset()) {
            workflow.reset();
        }
        for (NodeOption option : request.options()) {
            apply(option, workflow);
        }
    }

    private void setOutputVariable(final OpenWorkflow workflow) {
        final boolean explicit = request.variables().stream().anyMatch(v -> v.getName().equals(OUTPUT_VARIABLE));
        if (request.out() != null && !explicit && workflow.stored().declares(OUTPUT_VARIABLE)) {
            workflow.setVariable(new FlowVariable(OUTPUT_VARIABLE,
                request.out().toAbsolutePath().normalize().toString()));
        }
    }

    private void apply(final NodeOption option, final OpenWorkflow workflow) throws CommandFailure {
        final Optional<NodeInstance> node = workflow.node(option.node());
        if (node.isEmpty()) {
            terminal.warn("-option=" + option + ": no node with that number; the workflow has "
                + workflow.nodes().stream().map(n -> n.stored().title()).toList() + ".");
            return;
        }
        try {
            final NodeSettings model = new NodeSettings("model");
            node.get().stored().configuration().model().copyTo(model);
            option.write(model);
            workflow.setParameters(node.get(), model);
        } catch (InvalidSettingsException e) {
            throw new CommandFailure(ExitCode.LOAD, node.get().title() + ": -option=" + option + ": "
                + e.getMessage() + ".", "", e);
        }
    }

    private void keepResults(final OpenWorkflow workflow) throws IOException, CanceledExecutionException {
        cancel.check();
        if (request.out() != null) {
            final OutputTables results = new OutputTables(workflow);
            results.write(request.out(), cancel);
            results.print(request.out(), terminal);
        }
        if (request.save() != null) {
            workflow.save(request.save(), cancel);
            terminal.out().println("Saved as " + request.save());
        }
    }

    private void summarize(final OpenWorkflow workflow, final Duration time) {
        final long executed = workflow.nodes().stream().filter(n -> n.state() == NodeState.EXECUTED).count();
        terminal.out().println(System.lineSeparator() + executed + " of " + workflow.nodes().size()
            + " nodes executed in " + ProgressPrinter.seconds(time) + ", " + PeakMemory.describe());
    }
}
