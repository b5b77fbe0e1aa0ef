// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.workflow.NodeState;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.workflow.NodeMessage;

/**
 * Executes all nodes of a workflow that are not executed yet, one after another in the order of their depth (nodes are
 * parallel inside). A failed node stops those behind it, not the others.
 */
public final class WorkflowExecution {

    private final OpenWorkflow workflow;
    private final ExecutionListener listener;
    private final CancelSignal cancel;

    public WorkflowExecution(final OpenWorkflow workflow, final ExecutionListener listener,
        final CancelSignal cancel) {
        this.workflow = workflow;
        this.listener = listener;
        this.cancel = cancel;
    }

    /**
     * Runs.
     *
     * @return whether all nodes are executed afterwards
     * @throws CanceledExecutionException if a stop was asked for; executed nodes keep their results
     */
    public boolean run() throws CanceledExecutionException {
        final List<NodeInstance> open = workflow.nodes().stream().filter(n -> n.state() != NodeState.EXECUTED).toList();
        int position = 0;
        for (NodeInstance node : open) {
            cancel.check();
            position++;
            final Optional<String> obstacle = obstacle(node);
            if (obstacle.isPresent()) {
                listener.skipped(node, obstacle.get());
            } else {
                execute(node, position, open.size());
            }
        }
        return workflow.nodes().stream().allMatch(n -> n.state() == NodeState.EXECUTED);
    }

    private Optional<String> obstacle(final NodeInstance node) {
        if (node.isMissing()) {
            return Optional.of("its plug-in is missing");
        }
        final Optional<Integer> port = workflow.inputs().free(node);
        if (port.isPresent()) {
            return Optional.of("nothing is connected to its input " + port.get());
        }
        final Optional<NodeInstance> before = workflow.inputs().unfinishedPredecessor(node);
        if (before.isPresent()) {
            return Optional.of(before.get().title() + " before it is not executed");
        }
        workflow.configure(node);
        if (node.state() == NodeState.IDLE) {
            return Optional.of(node.stored().message().map(NodeMessage::getMessage).orElse("it cannot be configured"));
        }
        return Optional.empty();
    }

    private void execute(final NodeInstance node, final int position, final int total)
        throws CanceledExecutionException {
        listener.started(node, position, total);
        final long start = System.nanoTime();
        try {
            new NodeRun(node).execute(workflow.inputs().objects(node), cancel, listener);
        } finally {
            listener.finished(node, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
