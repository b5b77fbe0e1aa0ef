// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Workflows with live nodes. {@link org.electrode4d.embedded.execution.OpenWorkflow} loads, configures, resets and
 * saves them, {@link org.electrode4d.embedded.execution.WorkflowExecution} executes them,
 * {@link org.electrode4d.embedded.execution.WorkflowBuilder} makes new ones in code. Nodes are reached through
 * {@code org.electrode4d.embedded.spi}; states and messages are those of KNIME.
 */
package org.electrode4d.embedded.execution;
