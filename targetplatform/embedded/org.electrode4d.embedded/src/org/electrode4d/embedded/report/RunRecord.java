// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.electrode4d.embedded.execution.ExecutionListener;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.report.Numbers;
import org.electrode4d.report.WorkflowGraph.Run;
import org.electrode4d.report.WorkflowGraph.State;
import org.knime.core.node.workflow.NodeMessage;

/** Notes how long nodes take and why some are not executed, and hands everything on to another listener. */
public final class RunRecord implements ExecutionListener {

    private final ExecutionListener next;
    private final Map<Integer, Duration> times = new HashMap<>();
    private final Map<Integer, String> skipped = new HashMap<>();

    /** @param next hears the same */
    public RunRecord(final ExecutionListener next) {
        this.next = next;
    }

    @Override
    public void started(final NodeInstance node, final int position, final int total) {
        next.started(node, position, total);
    }

    @Override
    public void progress(final NodeInstance node, final Double fraction, final String message) {
        next.progress(node, fraction, message);
    }

    @Override
    public void finished(final NodeInstance node, final Duration time) {
        times.put(node.id(), time);
        next.finished(node, time);
    }

    @Override
    public void skipped(final NodeInstance node, final String reason) {
        skipped.put(node.id(), reason);
        next.skipped(node, reason);
    }

    /** What became of a node. */
    Run of(final NodeInstance node) {
        final State state = node.state() == NodeState.EXECUTED ? State.EXECUTED
            : node.error().isPresent() && times.containsKey(node.id()) ? State.FAILED : State.NOT_EXECUTED;
        final Duration time = times.get(node.id());
        return new Run(state, time == null ? "" : Numbers.seconds(time.toNanos() / 1e9), message(node));
    }

    private String message(final NodeInstance node) {
        return node.stored().message().map(RunRecord::text)
            .orElseGet(() -> skipped.containsKey(node.id()) ? "Not executed: " + skipped.get(node.id()) : "");
    }

    private static String text(final NodeMessage message) {
        final StringBuilder text = new StringBuilder(message.getMessage());
        message.getIssue().ifPresent(issue -> text.append('\n').append(issue));
        message.getResolutions().forEach(resolution -> text.append('\n').append(resolution));
        return text.toString();
    }
}
