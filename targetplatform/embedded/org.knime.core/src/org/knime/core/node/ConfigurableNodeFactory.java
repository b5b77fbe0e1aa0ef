// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A factory of nodes whose ports can be configured.
 *
 * @param <T> the class of the node models
 */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    private static final PortType[] NONE = {};

    /** Initialises itself. */
    protected ConfigurableNodeFactory() {
    }

    /** @param lazyInitialization whether {@link #init} is called later */
    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    @Override
    public T createNodeModel() {
        return createNodeModel(createNodeCreationConfig());
    }

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    /** @return the groups of ports, empty for a node without any */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    /** @return the ports of a new node, which can still be changed */
    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
            createPortsConfigBuilder().map(builder -> new PortGroups(builder.groups)).orElse(null));
    }

    /** Collects groups of ports. No two of them may have the same name. */
    public static final class PortsConfigurationBuilder {

        private final Map<String, PortGroup> groups = new LinkedHashMap<>();

        /** Starts without groups. */
        public PortsConfigurationBuilder() {
        }

        /** Ports that are always there. */
        public void addFixedInputPortGroup(final String pGrpId, final PortType... fixedPorts) {
            add(pGrpId, PortGroup.fixed(true, fixedPorts));
        }

        /** One port that users can add. */
        public void addOptionalInputPortGroup(final String pGrpId, final PortType... supportedTypes) {
            addOptionalInputPortGroupWithDefault(pGrpId, null, supportedTypes);
        }

        /** One port that users can add. */
        public void addOptionalInputPortGroup(final String pGrpId, final Predicate<PortType> portTypePredicate) {
            addOptionalInputPortGroup(pGrpId, matching(portTypePredicate));
        }

        /** One port that users can add, or take away. */
        public void addOptionalInputPortGroupWithDefault(final String pGrpId, final PortType defaultPort,
            final PortType... supportedTypes) {
            add(pGrpId, PortGroup.optional(true, supportedTypes), defaults(defaultPort));
        }

        /** One port that users can add, or take away. */
        public void addOptionalInputPortGroupWithDefault(final String pGrpId, final PortType defaultPort,
            final Predicate<PortType> portTypePredicate) {
            addOptionalInputPortGroupWithDefault(pGrpId, defaultPort, matching(portTypePredicate));
        }

        /** Any number of ports. */
        public void addExtendableInputPortGroup(final String pGrpId, final PortType... supportedTypes) {
            addExtendableInputPortGroup(pGrpId, NONE, supportedTypes);
        }

        /** Ports that are always there, and any number of further ones. */
        public void addExtendableInputPortGroup(final String pGrpId, final PortType[] requiredPorts,
            final PortType... supportedTypes) {
            addExtendableInputPortGroupWithDefault(pGrpId, requiredPorts, NONE, supportedTypes);
        }

        /** Ports that are always there, ports that are there at first, and any number of further ones. */
        public void addExtendableInputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPorts,
            final PortType[] defaultPorts, final PortType... supportedTypes) {
            add(pGrpId, PortGroup.extendable(true, requiredPorts, supportedTypes), defaultPorts);
        }

        /** Ports that are always there, ports that are there at first, and any number of further ones. */
        public void addExtendableInputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPorts,
            final PortType[] defaultPorts, final Predicate<PortType> portTypePredicate) {
            addExtendableInputPortGroupWithDefault(pGrpId, requiredPorts, defaultPorts, matching(portTypePredicate));
        }

        /** Ports that are always there. */
        public void addFixedOutputPortGroup(final String pGrpId, final PortType... fixedPorts) {
            add(pGrpId, PortGroup.fixed(false, fixedPorts));
        }

        /** One port that users can add. */
        public void addOptionalOutputPortGroup(final String pGrpId, final PortType... supportedTypes) {
            addOptionalOutputPortGroupWithDefault(pGrpId, null, supportedTypes);
        }

        /** One port that users can add. */
        public void addOptionalOutputPortGroup(final String pGrpId, final Predicate<PortType> portTypePredicate) {
            addOptionalOutputPortGroup(pGrpId, matching(portTypePredicate));
        }

        /** One port that users can add, or take away. */
        public void addOptionalOutputPortGroupWithDefault(final String pGrpId, final PortType defaultPort,
            final PortType... supportedTypes) {
            add(pGrpId, PortGroup.optional(false, supportedTypes), defaults(defaultPort));
        }

        /** One port that users can add, or take away. */
        public void addOptionalOutputPortGroupWithDefault(final String pGrpId, final PortType defaultPort,
            final Predicate<PortType> portTypePredicate) {
            addOptionalOutputPortGroupWithDefault(pGrpId, defaultPort, matching(portTypePredicate));
        }

        /** Any number of ports. */
        public void addExtendableOutputPortGroup(final String pGrpId, final PortType... supportedTypes) {
            addExtendableOutputPortGroup(pGrpId, NONE, supportedTypes);
        }

        /** Ports that are always there, and any number of further ones. */
        public void addExtendableOutputPortGroup(final String pGrpId, final PortType[] requiredPorts,
            final PortType... supportedTypes) {
            addExtendableOutputPortGroupWithDefault(pGrpId, requiredPorts, NONE, supportedTypes);
        }

        /** Ports that are always there, ports that are there at first, and any number of further ones. */
        public void addExtendableOutputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPorts,
            final PortType[] defaultPorts, final PortType... supportedTypes) {
            add(pGrpId, PortGroup.extendable(false, requiredPorts, supportedTypes), defaultPorts);
        }

        /** Ports that are always there, ports that are there at first, and any number of further ones. */
        public void addExtendableOutputPortGroupWithDefault(final String pGrpId, final PortType[] requiredPorts,
            final PortType[] defaultPorts, final Predicate<PortType> portTypePredicate) {
            addExtendableOutputPortGroupWithDefault(pGrpId, requiredPorts, defaultPorts, matching(portTypePredicate));
        }

        private static PortType[] matching(final Predicate<PortType> predicate) {
            return PortTypeRegistry.getInstance().availablePortTypes().stream().filter(predicate)
                .toArray(PortType[]::new);
        }

        private static PortType[] defaults(final PortType port) {
            return port == null ? NONE : new PortType[]{port};
        }

        private void add(final String id, final PortGroup group, final PortType... defaults) {
            if (id == null || id.isBlank()) {
                throw new IllegalArgumentException("A group of ports needs a name");
            }
            if (groups.putIfAbsent(id, group) != null) {
                throw new IllegalArgumentException("Two groups of ports have the name \"" + id
                    + "\"; an input and an output must not have the same name either");
            }
            for (PortType port : defaults) {
                group.addPort(port);
            }
        }
    }
}
