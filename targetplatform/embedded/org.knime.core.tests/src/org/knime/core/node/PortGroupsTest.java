// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;

class PortGroupsTest {

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private static final PortType VARIABLES = FlowVariablePortObject.TYPE;

    private static ModifiableNodeCreationConfiguration configuration(final PortsConfigurationBuilder builder) {
        return new ConfigurableNodeFactory<NodeModel>(true) {

            @Override
            protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
                return Optional.of(builder);
            }

            @Override
            protected NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
                throw new AssertionError();
            }

            @Override
            protected int getNrNodeViews() {
                return 0;
            }

            @Override
            protected boolean hasDialog() {
                return false;
            }
        }.createNodeCreationConfig();
    }

    private static PortsConfigurationBuilder builder() {
        PortsConfigurationBuilder builder = new PortsConfigurationBuilder();
        builder.addFixedInputPortGroup("Volumes", TABLE);
        builder.addOptionalInputPortGroup("Variables", VARIABLES);
        builder.addExtendableInputPortGroupWithDefault("More", new PortType[]{TABLE}, new PortType[]{TABLE}, TABLE);
        builder.addFixedOutputPortGroup("Field", TABLE);
        return builder;
    }

    @Test
    void portsAreNumberedGroupByGroup() {
        ModifiablePortsConfiguration ports = configuration(builder()).getPortConfig().orElseThrow();
        assertEquals(List.of("Volumes", "Variables", "More", "Field"), ports.getPortGroupNames());
        assertArrayEquals(new PortType[]{TABLE, TABLE, TABLE}, ports.getInputPorts());
        ports.getExtendablePorts().get("Variables").addPort(VARIABLES);
        assertArrayEquals(new PortType[]{TABLE, VARIABLES, TABLE, TABLE}, ports.getInputPorts());
        assertArrayEquals(new int[]{2, 3}, ports.getInputPortLocation().get("More"));
        assertArrayEquals(new int[]{0}, ports.getOutputPortLocation().get("Field"));
        assertThrows(IllegalStateException.class,
            () -> ports.getExtendablePorts().get("Variables").addPort(VARIABLES));
        assertThrows(IllegalArgumentException.class, () -> ports.getExtendablePorts().get("More").addPort(VARIABLES));
    }

    @Test
    void addedPortsAreSaved() throws InvalidSettingsException {
        ModifiableNodeCreationConfiguration original = configuration(builder());
        original.getPortConfig().orElseThrow().getExtendablePorts().get("Variables").addPort(VARIABLES);
        original.getPortConfig().orElseThrow().getExtendablePorts().get("More").removeLastPort();
        NodeSettings settings = new NodeSettings("settings.xml");
        original.saveSettingsTo(settings);
        assertEquals("[Volumes, Variables, More, Field]",
            settings.getNodeSettings("node_creation_config").keySet().toString());
        ModifiableNodeCreationConfiguration copy = configuration(builder());
        copy.loadSettingsFrom(settings);
        assertArrayEquals(new PortType[]{TABLE, VARIABLES, TABLE}, copy.getPortConfig().get().getInputPorts());
        assertArrayEquals(new PortType[]{TABLE, VARIABLES, TABLE},
            original.copy().getPortConfig().get().getInputPorts());
    }

    @Test
    void anInputAndAnOutputOfTheSameNameAreRefused() {
        PortsConfigurationBuilder builder = builder();
        assertThrows(IllegalArgumentException.class, () -> builder.addFixedOutputPortGroup("Volumes", TABLE));
    }
}
