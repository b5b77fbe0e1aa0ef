// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** The ports of a node: its groups by name, in the order in which they were added. */
final class PortGroups implements ModifiablePortsConfiguration {

    private final Map<String, PortGroup> groups;

    PortGroups(final Map<String, PortGroup> groups) {
        this.groups = groups;
    }

    @Override
    public PortType[] getInputPorts() {
        return ports(PortGroup::getInputPorts);
    }

    @Override
    public PortType[] getOutputPorts() {
        return ports(PortGroup::getOutputPorts);
    }

    private PortType[] ports(final Function<PortGroup, PortType[]> side) {
        return groups.values().stream().map(side).flatMap(Stream::of).toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return locations(PortGroup::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return locations(PortGroup::getOutputPorts);
    }

    private Map<String, int[]> locations(final Function<PortGroup, PortType[]> side) {
        Map<String, int[]> locations = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, PortGroup> group : groups.entrySet()) {
            int count = side.apply(group.getValue()).length;
            if (count > 0) {
                locations.put(group.getKey(), IntStream.range(next, next + count).toArray());
                next += count;
            }
        }
        return locations;
    }

    @Override
    public List<String> getPortGroupNames() {
        return new ArrayList<>(groups.keySet());
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        Map<String, ExtendablePortGroup> extendable = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (group.isExtendable()) {
                extendable.put(name, group);
            }
        });
        return extendable;
    }

    @Override
    public PortGroupConfiguration getGroup(final String name) {
        if (!groups.containsKey(name)) {
            throw new NoSuchElementException("No group of ports is called " + name);
        }
        return groups.get(name);
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        Map<String, PortGroup> copies = new LinkedHashMap<>();
        groups.forEach((name, group) -> copies.put(name, group.copy()));
        return new PortGroups(copies);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (Map.Entry<String, PortGroup> group : groups.entrySet()) {
            if (settings.containsKey(group.getKey())) {
                group.getValue().loadSettingsFrom(settings.getNodeSettings(group.getKey()));
            }
        }
    }
}
