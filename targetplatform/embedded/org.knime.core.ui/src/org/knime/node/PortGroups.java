// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.electrode4d.embedded.ui.model.PortGroup;
import org.electrode4d.embedded.ui.model.PortGroup.Side;
import org.electrode4d.embedded.ui.model.PortRule;
import org.knime.core.node.port.PortType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.RequirePorts.ConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.ExtendableConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.FinalConfigurablePort;
import org.knime.node.RequirePorts.ConfigurablePort.OptionalConfigurablePort;
import org.knime.node.RequirePorts.DynamicPortsAdder;
import org.knime.node.RequirePorts.RequireConfigurablePortMode;
import org.knime.node.RequirePorts.RequirePortName;
import org.knime.node.RequirePorts.RequireSupportedTypes;

/** Collects the groups of ports of a node. */
final class PortGroups implements DynamicPortsAdder {

    private final List<PortGroup> groups = new ArrayList<>();

    List<PortGroup> groups() {
        return List.copyOf(groups);
    }

    @Override
    public DynamicPortsAdder addInputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(groupId, Side.INPUT, groupConfiguration);
    }

    @Override
    public DynamicPortsAdder addOutputPortGroup(final String groupId,
        final Function<RequirePortName, ConfigurablePort> groupConfiguration) {
        return add(groupId, Side.OUTPUT, groupConfiguration);
    }

    private PortGroups add(final String id, final Side side, final Function<RequirePortName, ConfigurablePort> group) {
        group.apply(name -> description -> new Mode(
            rule -> groups.add(new PortGroup(id, side, name, description, rule))));
        return this;
    }

    /** The stage that fixes the rule of a group; what comes after it may change the rule. */
    private record Mode(Consumer<PortRule> target) implements RequireConfigurablePortMode {

        @Override
        public FinalConfigurablePort fixed(final PortType portType) {
            target.accept(PortRule.fixed(portType));
            return new FinalConfigurablePort();
        }

        @Override
        public RequireSupportedTypes<OptionalConfigurablePort> optional() {
            return new SupportedTypes<>(target, PortRule.Mode.OPTIONAL, rule -> portType -> {
                rule.addDefault(portType);
                return new FinalConfigurablePort();
            });
        }

        @Override
        public RequireSupportedTypes<ExtendableConfigurablePort> extendable() {
            return new SupportedTypes<>(target, PortRule.Mode.EXTENDABLE, Extendable::new);
        }
    }

    private record SupportedTypes<T>(Consumer<PortRule> target, PortRule.Mode mode, Function<PortRule, T> next)
        implements RequireSupportedTypes<T> {

        @Override
        public T supportedTypes(final PortType... portTypes) {
            return add(PortRule.of(mode, portTypes));
        }

        @Override
        public T supportedTypes(final Predicate<PortType> portTypePredicate) {
            return add(PortRule.of(mode, portTypePredicate));
        }

        private T add(final PortRule rule) {
            target.accept(rule);
            return next.apply(rule);
        }
    }

    private record Extendable(PortRule rule) implements ExtendableConfigurablePort {

        @Override
        public ExtendableConfigurablePort fixedTypes(final PortType... portTypes) {
            CheckUtils.checkArgument(portTypes.length > 0, "fixedTypes needs a port type.");
            List.of(portTypes).forEach(rule::addFixed);
            return this;
        }

        @Override
        public ExtendableConfigurablePort defaultNonFixedTypes(final PortType... portTypes) {
            CheckUtils.checkArgument(portTypes.length > 0, "defaultNonFixedTypes needs a port type.");
            List.of(portTypes).forEach(rule::addDefault);
            return this;
        }
    }
}
