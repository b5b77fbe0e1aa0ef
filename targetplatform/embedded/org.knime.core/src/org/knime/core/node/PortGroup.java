// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.port.PortType;

/** A group of ports, all of them inputs or all of them outputs: first those that are always there, then added ones. */
final class PortGroup implements ExtendablePortGroup {

    private final boolean input;

    private final PortType[] fixed;

    private final PortType[] supported;

    private final int limit;

    private final List<PortType> added = new ArrayList<>();

    private PortGroup(final boolean input, final PortType[] fixed, final PortType[] supported, final int limit) {
        this.input = input;
        this.fixed = fixed;
        this.supported = supported;
        this.limit = limit;
    }

    static PortGroup fixed(final boolean input, final PortType... types) {
        return new PortGroup(input, types, new PortType[0], 0);
    }

    static PortGroup optional(final boolean input, final PortType... supported) {
        return new PortGroup(input, new PortType[0], supported, 1);
    }

    static PortGroup extendable(final boolean input, final PortType[] fixed, final PortType... supported) {
        return new PortGroup(input, fixed, supported, Integer.MAX_VALUE);
    }

    boolean isExtendable() {
        return limit > 0;
    }

    @Override
    public PortGroup copy() {
        PortGroup copy = new PortGroup(input, fixed, supported, limit);
        copy.added.addAll(added);
        return copy;
    }

    @Override
    public boolean definesInputPorts() {
        return input;
    }

    @Override
    public boolean definesOutputPorts() {
        return !input;
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return supported.clone();
    }

    @Override
    public PortType[] getFixedPorts() {
        return fixed.clone();
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return added.toArray(PortType[]::new);
    }

    @Override
    public boolean canAddPort() {
        return added.size() < limit;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !added.isEmpty();
    }

    @Override
    public void addPort(final PortType pType) {
        if (!canAddPort()) {
            throw new IllegalStateException("No more ports can be added to this group");
        }
        if (!List.of(supported).contains(pType)) {
            throw new IllegalArgumentException("Ports of type " + pType.getName() + " cannot be added to this group");
        }
        added.add(pType);
    }

    @Override
    public PortType removeLastPort() {
        return added.remove(added.size() - 1);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (int i = 0; i < added.size(); i++) {
            added.get(i).save(settings.addNodeSettings("port_" + i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (!isExtendable()) {
            return;
        }
        List<PortType> loaded = new ArrayList<>();
        for (String key : settings) {
            loaded.add(PortType.load(settings.getNodeSettings(key)));
        }
        added.clear();
        loaded.forEach(this::addPort);
    }
}
