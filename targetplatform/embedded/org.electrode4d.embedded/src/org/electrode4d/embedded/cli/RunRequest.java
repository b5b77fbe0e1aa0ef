// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.nio.file.Path;
import java.util.List;

import org.knime.core.node.workflow.FlowVariable;

/**
 * What {@code run} is asked to do.
 *
 * @param workflow folder or archive
 * @param variables workflow variables to set
 * @param options parameters of nodes to set
 * @param reset whether results of executed nodes are forgotten first
 * @param out folder for the results, or null
 * @param report file for the report, or null
 * @param save folder to save the executed workflow to, or null
 */
record RunRequest(Path workflow, List<FlowVariable> variables, List<NodeOption> options, boolean reset, Path out,
    Path report, Path save) {
}
