// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context;

import java.util.Optional;

import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;

/** What is fixed when a node is created: its ports. */
public class NodeCreationConfiguration {

    private final ModifiablePortsConfiguration ports;

    /** @param portsConfig the ports, or null for a node whose ports are not configurable */
    protected NodeCreationConfiguration(final ModifiablePortsConfiguration portsConfig) {
        ports = portsConfig;
    }

    /** @return the ports, empty if they are not configurable */
    public Optional<? extends PortsConfiguration> getPortConfig() {
        return getModifiablePortConfig();
    }

    /** @return the ports in a form that can be changed */
    protected Optional<ModifiablePortsConfiguration> getModifiablePortConfig() {
        return Optional.ofNullable(ports);
    }
}
