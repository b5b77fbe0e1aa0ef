// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.electrode4d.embedded.ui.model.PortGroup;
import org.electrode4d.embedded.ui.model.PortGroup.Side;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;

/**
 * The data ports of a node in a workflow.
 *
 * @param inputs the ports that take data
 * @param outputs the ports that give data
 */
public record NodePorts(List<NodePort> inputs, List<NodePort> outputs) {

    static NodePorts of(final List<PortGroup> groups, final ModifiableNodeCreationConfiguration creation) {
        if (creation.getPortConfig().isEmpty()) {
            return new NodePorts(List.of(), List.of());
        }
        final ModifiablePortsConfiguration ports = creation.getPortConfig().get();
        return new NodePorts(list(groups, Side.INPUT, ports.getInputPorts(), ports.getInputPortLocation()),
            list(groups, Side.OUTPUT, ports.getOutputPorts(), ports.getOutputPortLocation()));
    }

    private static List<NodePort> list(final List<PortGroup> groups, final Side side, final PortType[] types,
        final Map<String, int[]> locations) {
        final List<NodePort> ports = new ArrayList<>();
        for (final PortGroup group : groups) {
            if (group.side() == side) {
                for (final int index : locations.getOrDefault(group.id(), new int[0])) {
                    ports.add(new NodePort(index, group.id(), group.name(), group.description(), types[index]));
                }
            }
        }
        return List.copyOf(ports);
    }
}
