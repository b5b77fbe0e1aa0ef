// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import org.knime.core.node.port.PortType;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.PortsAdder;

/** Adds fixed ports as groups of one port, which have the name of the port. */
record FixedPorts(DynamicPortsAdder groups) implements PortsAdder {

    @Override
    public PortsAdder addInputPort(final String name, final String description, final PortType portType) {
        groups.addInputPortGroup(name, group -> group.name(name).description(description).fixed(portType));
        return this;
    }

    @Override
    public PortsAdder addOutputPort(final String name, final String description, final PortType portType) {
        groups.addOutputPortGroup(name, group -> group.name(name).description(description).fixed(portType));
        return this;
    }
}
