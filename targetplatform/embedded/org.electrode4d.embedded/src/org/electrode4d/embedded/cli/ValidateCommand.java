// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.workflow.NodeState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code electrode4d validate}: loads and configures a workflow. */
@Command(name = "validate", description = "Loads and configures a workflow and reports what is wrong with it.",
    footer = {"", "Exit codes: 0 the workflow can be executed, 3 it cannot be loaded completely, "
        + "4 a node cannot be configured."})
final class ValidateCommand implements Callable<Integer> {

    @ParentCommand
    private Electrode4D parent;

    @Parameters(paramLabel = "<workflow>", description = "Folder of a workflow, or a .knwf file.")
    private Path path;

    @Override
    public Integer call() throws CommandFailure, IOException {
        final Terminal terminal = parent.terminal();
        try (WorkflowLocation location = WorkflowLocation.open(path); OpenWorkflow workflow = load(location)) {
            terminal.print(workflow.report().findings());
            boolean sound = true;
            for (NodeInstance node : workflow.nodes()) {
                terminal.out().println(node.title() + "  " + node.state());
                node.stored().message().ifPresent(m -> terminal.print(node.title(), m, null));
                sound &= canFollow(node, workflow);
            }
            if (workflow.report().hasErrors()) {
                return ExitCode.LOAD;
            }
            return sound ? ExitCode.SUCCESS : ExitCode.EXECUTION;
        }
    }

    private static OpenWorkflow load(final WorkflowLocation location) throws CommandFailure {
        try {
            return OpenWorkflow.load(location.folder());
        } catch (IOException e) {
            throw Terminal.cannotLoad(e);
        }
    }

    /** A node that waits for the data of a node before it is no fault; one with a message or a free input is. */
    private boolean canFollow(final NodeInstance node, final OpenWorkflow workflow) {
        if (node.isMissing()) {
            return false;
        }
        final Optional<Integer> port = workflow.inputs().free(node);
        port.ifPresent(p -> parent.terminal().error(node.title() + ": nothing is connected to its input " + p + ".",
            "Connect it, or delete the node.", null));
        final boolean refused = node.state() == NodeState.IDLE
            && node.stored().message().isPresent();
        return port.isEmpty() && !refused && node.error().isEmpty();
    }
}
