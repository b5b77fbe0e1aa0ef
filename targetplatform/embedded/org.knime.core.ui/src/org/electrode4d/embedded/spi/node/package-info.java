// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * The door by which the workflow runner and tests reach nodes that were described with {@code org.knime.node}. It adds
 * to {@code org.electrode4d.embedded.spi} what the description knows beyond a node model: names of ports, parameter
 * classes, documentation, the view. Nodes must never use it, because KNIME does not have it.
 *
 * <h2>A node in a workflow</h2>
 * <pre>{@code
 * NodeDefinition definition = NodeDefinition.of(extension.createFactory());
 * NodeInstance node = definition.createNode(settings);              // reads "node_creation_config" if there
 * node.loadModelSettings(settings.getNodeSettings("model"));        // flow variables were applied to them before
 * ConfigureResult configured = node.configure(specs, flowVariables);
 * ExecuteResult executed = node.execute(objects, executionContext);
 * node.saveModelSettings(saved.addNodeSettings("model"));
 * node.savePorts(saved);                                            // adds "node_creation_config"
 * }</pre>
 * A node is used by one thread at a time, with the node as the context of the thread ({@code EmbeddedNode.call}).
 *
 * <h2>Settings</h2>
 * <ul>
 * <li>{@code loadModelSettings} validates, then loads. When it throws, the node keeps what it had: after loading a
 * workflow that is nothing, so the first configuration takes <em>all</em> parameters from their defaults. That is what
 * KNIME does with settings that lack a key: the caller reports the exception as a warning of the load result.</li>
 * <li>A parameter driven by a flow variable: the caller writes the value into a copy of the saved model settings, and
 * calls {@code loadModelSettings} before <em>each</em> configuration. If that throws, the node is not configured.</li>
 * <li>The config "view" exists only for nodes whose view has parameters
 * ({@code NodeDefinition.viewParameters}).</li>
 * </ul>
 *
 * <h2>Results</h2>
 * {@code configure} and {@code execute} throw nothing: problems are messages as KNIME attaches them to the node, of
 * type warning or error, with the cause. Specs and objects are those of the data ports, from 0; a spec is null where
 * nothing is known before execution.
 */
package org.electrode4d.embedded.spi.node;
