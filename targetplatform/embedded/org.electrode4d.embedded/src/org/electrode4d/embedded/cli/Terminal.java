// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

import org.electrode4d.embedded.workflow.LoadReport.Finding;
import org.electrode4d.embedded.workflow.LoadReport.Severity;
import org.electrode4d.embedded.workflow.WorkflowFormatException;
import org.knime.core.node.workflow.NodeMessage;

/**
 * Where a command writes: results to one stream, problems to the other.
 *
 * @param out results
 * @param err problems
 * @param interactive whether {@code out} is a terminal, on which a line can be overwritten
 * @param debug whether stack traces are shown
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean debug) {

    private static final String INDENT = "        ";

    Terminal withDebug(final boolean on) {
        return new Terminal(out, err, interactive, on);
    }

    /** Prints the failure of a whole command. */
    void print(final CommandFailure failure) {
        error(failure.getMessage(), failure.remedy(), failure.getCause());
    }

    /** Prints an error: the problem, what to do, and with --debug where it happened. */
    void error(final String problem, final String remedy, final Throwable cause) {
        err.println("ERROR   " + problem);
        if (remedy != null && !remedy.isBlank()) {
            err.println(INDENT + remedy);
        }
        if (debug && cause != null) {
            cause.printStackTrace(err);
        }
    }

    void warn(final String text) {
        err.println("WARNING " + text);
    }

    /** Prints what was noticed while loading. */
    void print(final List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                error(finding.place() + ": " + finding.problem(), finding.remedy(), null);
            } else {
                warn(finding.toString());
            }
        }
    }

    /** Prints the message that stands at a node. */
    void print(final String node, final NodeMessage message, final Throwable cause) {
        final StringBuilder text = new StringBuilder(node).append(": ").append(message.getMessage());
        message.getIssue().ifPresent(issue -> text.append(System.lineSeparator())
            .append(issue.indent(INDENT.length()).stripTrailing()));
        final String remedy = String.join(" ", message.getResolutions());
        if (message.getMessageType() == NodeMessage.Type.ERROR) {
            error(text.toString(), remedy, cause);
        } else {
            warn(text + (remedy.isEmpty() ? "" : " " + remedy));
        }
    }

    /** The failure to load a workflow as a failure of the command. */
    static CommandFailure cannotLoad(final IOException e) {
        final String remedy = e instanceof WorkflowFormatException format ? format.remedy() : "";
        return new CommandFailure(ExitCode.LOAD, e.getMessage() == null ? e.toString() : e.getMessage(), remedy, e);
    }
}
