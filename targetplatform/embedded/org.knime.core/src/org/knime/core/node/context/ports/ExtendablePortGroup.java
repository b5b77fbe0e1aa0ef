// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context.ports;

import java.util.stream.Stream;

import org.knime.core.node.port.PortType;

/** A group of ports that users can add ports to. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {

    @Override
    default PortType[] getInputPorts() {
        return !definesInputPorts() ? new PortType[0]
            : Stream.of(getFixedPorts(), getConfiguredPorts()).flatMap(Stream::of).toArray(PortType[]::new);
    }

    @Override
    default PortType[] getOutputPorts() {
        return !definesOutputPorts() ? new PortType[0]
            : Stream.of(getFixedPorts(), getConfiguredPorts()).flatMap(Stream::of).toArray(PortType[]::new);
    }

    /** @return the ports that are always there */
    PortType[] getFixedPorts();

    /** @return the ports that were added */
    PortType[] getConfiguredPorts();

    boolean canAddPort();

    boolean hasConfiguredPorts();

    void addPort(PortType pType);

    PortType removeLastPort();
}
