// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context.ports;

import java.util.List;
import java.util.Map;

import org.knime.core.node.port.PortType;

/** The ports of a node, in groups. */
public interface PortsConfiguration {

    PortType[] getInputPorts();

    PortType[] getOutputPorts();

    /** @return the indices of the input ports of each group */
    Map<String, int[]> getInputPortLocation();

    /** @return the indices of the output ports of each group */
    Map<String, int[]> getOutputPortLocation();

    List<String> getPortGroupNames();
}
