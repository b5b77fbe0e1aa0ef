// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.time.Duration;
import java.util.Locale;

import org.electrode4d.embedded.execution.ExecutionListener;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.report.Numbers;

/** One line per node: overwritten while the node runs on a terminal, a line at its begin and its end elsewhere. */
final class ProgressPrinter implements ExecutionListener {

    private static final long REFRESH_NANOS = 100_000_000L;
    private static final int WIDTH = 79;

    private final Terminal terminal;
    private String prefix = "";
    private String line = "";
    private long lastShown;

    ProgressPrinter(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void started(final NodeInstance node, final int position, final int total) {
        prefix = "[" + position + "/" + total + "] " + node.title();
        if (terminal.interactive()) {
            overwrite(prefix + " ...");
        } else {
            terminal.out().println(prefix + " ...");
        }
    }

    @Override
    public synchronized void progress(final NodeInstance node, final Double fraction, final String message) {
        final long now = System.nanoTime();
        if (!terminal.interactive() || now - lastShown < REFRESH_NANOS) {
            return;
        }
        lastShown = now;
        final String percent = fraction == null ? "" : String.format(Locale.ROOT, " %3.0f %%", 100 * fraction);
        overwrite(prefix + percent + (message == null ? "" : "  " + message));
    }

    @Override
    public synchronized void finished(final NodeInstance node, final Duration time) {
        final String outcome = node.state() == NodeState.EXECUTED ? "executed"
            : node.error().isPresent() ? "FAILED" : "cancelled";
        final String text = prefix + "  " + outcome + " in " + seconds(time);
        if (terminal.interactive()) {
            overwrite(text);
            terminal.out().println();
            line = "";
        } else {
            terminal.out().println(text);
        }
        node.stored().message().ifPresent(m -> terminal.print(node.title(), m, node.failure().orElse(null)));
    }

    @Override
    public synchronized void skipped(final NodeInstance node, final String reason) {
        terminal.error(node.title() + " is not executed: " + reason + (reason.endsWith(".") ? "" : "."), "", null);
    }

    private void overwrite(final String text) {
        final String shown = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
        final String rest = " ".repeat(Math.max(0, line.length() - shown.length()));
        terminal.out().print("\r" + shown + rest);
        terminal.out().flush();
        line = shown;
    }

    /** A duration as seconds, with minutes and hours where it is long. */
    static String seconds(final Duration time) {
        return Numbers.seconds(time.toNanos() / 1e9);
    }
}
