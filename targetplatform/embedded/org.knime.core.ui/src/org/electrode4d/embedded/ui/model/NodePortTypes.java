// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;

/**
 * The ports of one node in a workflow.
 *
 * @param inputs the types of the inputs
 * @param outputs the types of the outputs
 * @param configuration the groups; null for a node without ports
 */
record NodePortTypes(PortType[] inputs, PortType[] outputs, PortsConfiguration configuration) {

    PortsConfiguration requireConfiguration() {
        CheckUtils.checkState(configuration != null, "The node has no ports, and thus no configuration of ports.");
        return configuration;
    }
}
