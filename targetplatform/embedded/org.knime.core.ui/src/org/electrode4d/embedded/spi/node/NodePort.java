// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import org.knime.core.node.port.PortType;

/**
 * A data port of a node in a workflow.
 *
 * @param index counted from 0 on its side of the node; {@code workflow.knime} counts from 1
 * @param group the key of its group in "node_creation_config"
 * @param name the name that the user reads
 * @param description well-formed XML
 * @param type what it takes or gives
 */
public record NodePort(int index, String group, String name, String description, PortType type) {
}
