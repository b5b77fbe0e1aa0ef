// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.ui.model.PortGroup.Side;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.port.PortType;

/** Hands the port groups of a node to the builder of the core, which checks them. */
public final class PortsBuilder {

    private final PortsConfigurationBuilder builder = new PortsConfigurationBuilder();

    private PortsBuilder() {
    }

    /**
     * @param groups the groups of a node
     * @return the builder, empty for a node without ports
     * @throws IllegalArgumentException if two groups have the same id: an input and an output port of the same name
     */
    public static Optional<PortsConfigurationBuilder> build(final List<PortGroup> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        final PortsBuilder ports = new PortsBuilder();
        groups.forEach(ports::add);
        return Optional.of(ports.builder);
    }

    private void add(final PortGroup group) {
        switch (group.rule().mode()) {
            case FIXED -> addFixed(group);
            case OPTIONAL -> addOptional(group);
            case EXTENDABLE -> addExtendable(group);
        }
    }

    private void addFixed(final PortGroup group) {
        if (group.side() == Side.INPUT) {
            builder.addFixedInputPortGroup(group.id(), group.rule().fixedTypes());
        } else {
            builder.addFixedOutputPortGroup(group.id(), group.rule().fixedTypes());
        }
    }

    private void addOptional(final PortGroup group) {
        final PortRule rule = group.rule();
        final PortType first = rule.defaultTypes().length == 0 ? null : rule.defaultTypes()[0];
        final boolean input = group.side() == Side.INPUT;
        if (rule.types() == null && input) {
            builder.addOptionalInputPortGroupWithDefault(group.id(), first, rule.accepts());
        } else if (rule.types() == null) {
            builder.addOptionalOutputPortGroupWithDefault(group.id(), first, rule.accepts());
        } else if (input) {
            builder.addOptionalInputPortGroupWithDefault(group.id(), first, rule.types());
        } else {
            builder.addOptionalOutputPortGroupWithDefault(group.id(), first, rule.types());
        }
    }

    private void addExtendable(final PortGroup group) {
        final PortRule rule = group.rule();
        final PortType[] fixed = rule.fixedTypes();
        final PortType[] defaults = rule.defaultTypes();
        final boolean input = group.side() == Side.INPUT;
        if (rule.types() == null && input) {
            builder.addExtendableInputPortGroupWithDefault(group.id(), fixed, defaults, rule.accepts());
        } else if (rule.types() == null) {
            builder.addExtendableOutputPortGroupWithDefault(group.id(), fixed, defaults, rule.accepts());
        } else if (input) {
            builder.addExtendableInputPortGroupWithDefault(group.id(), fixed, defaults, rule.types());
        } else {
            builder.addExtendableOutputPortGroupWithDefault(group.id(), fixed, defaults, rule.types());
        }
    }
}
