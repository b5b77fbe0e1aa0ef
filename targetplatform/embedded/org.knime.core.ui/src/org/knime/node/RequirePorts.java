// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNode.RequireModel;

/** Asks for the ports of a node. */
public interface RequirePorts {

    /**
     * Adds ports that a user cannot change.
     *
     * @param ports adds the ports; the order is that at the node
     * @return the next stage
     */
    default RequireModel ports(final Consumer<PortsAdder> ports) {
        return dynamicPorts(groups -> ports.accept(new FixedPorts(groups)));
    }

    /**
     * Adds groups of ports, some of which a user can change.
     *
     * @param ports adds the groups; the order is that at the node
     * @return the next stage
     */
    RequireModel dynamicPorts(Consumer<DynamicPortsAdder> ports);

    /** Takes fixed ports. An input and an output must not have the same name. */
    interface PortsAdder {

        /**
         * @param name unique among the ports of the node, because saved workflows know the port by it
         * @param description well-formed XML
         * @param portType what the port takes
         * @return this
         */
        PortsAdder addInputPort(String name, String description, PortType portType);

        /**
         * @param name unique among the ports of the node, because saved workflows know the port by it
         * @param description well-formed XML
         * @param portType what the port gives
         * @return this
         */
        PortsAdder addOutputPort(String name, String description, PortType portType);

        /**
         * @param name unique among the ports of the node
         * @param description well-formed XML
         * @return this
         */
        default PortsAdder addInputTable(final String name, final String description) {
            return addInputPort(name, description, BufferedDataTable.TYPE);
        }

        /**
         * @param name unique among the ports of the node
         * @param description well-formed XML
         * @return this
         */
        default PortsAdder addOutputTable(final String name, final String description) {
            return addOutputPort(name, description, BufferedDataTable.TYPE);
        }
    }

    /** Takes groups of ports. */
    interface DynamicPortsAdder {

        /**
         * @param groupId unique among the groups of the node, because saved workflows know the group by it
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addInputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);

        /**
         * @param groupId unique among the groups of the node, because saved workflows know the group by it
         * @param groupConfiguration describes the group
         * @return this
         */
        DynamicPortsAdder addOutputPortGroup(String groupId,
            Function<RequirePortName, ConfigurablePort> groupConfiguration);
    }

    /** Asks for the name of a group. */
    interface RequirePortName {

        /**
         * @param name what the user reads
         * @return the next stage
         */
        RequirePortDescription name(String name);
    }

    /** Asks for the description of a group. */
    interface RequirePortDescription {

        /**
         * @param description well-formed XML
         * @return the next stage
         */
        RequireConfigurablePortMode description(String description);
    }

    /** Asks what a user may do with a group. */
    interface RequireConfigurablePortMode {

        /**
         * One port that is always there.
         *
         * @param portType its type
         * @return the end
         */
        ConfigurablePort.FinalConfigurablePort fixed(PortType portType);

        /**
         * One port that can be added.
         *
         * @return asks for the types it may have
         */
        RequireSupportedTypes<ConfigurablePort.OptionalConfigurablePort> optional();

        /**
         * Any number of ports.
         *
         * @return asks for the types they may have
         */
        RequireSupportedTypes<ConfigurablePort.ExtendableConfigurablePort> extendable();
    }

    /**
     * Asks for the types that a port may have.
     *
     * @param <T> the next stage
     */
    interface RequireSupportedTypes<T> {

        /**
         * @param portTypes the types
         * @return the next stage
         */
        T supportedTypes(PortType... portTypes);

        /**
         * @param portTypePredicate accepts the types
         * @return the next stage
         */
        T supportedTypes(Predicate<PortType> portTypePredicate);
    }

    /** A described group of ports. */
    sealed interface ConfigurablePort permits ConfigurablePort.FinalConfigurablePort,
        ConfigurablePort.OptionalConfigurablePort, ConfigurablePort.ExtendableConfigurablePort {

        /** Nothing more to say. */
        final class FinalConfigurablePort implements ConfigurablePort {
        }

        /** One port that can be added. */
        non-sealed interface OptionalConfigurablePort extends ConfigurablePort {

            /**
             * Adds the port to every new node.
             *
             * @param defaultPortType its type there
             * @return the end
             */
            FinalConfigurablePort defaultPortType(PortType defaultPortType);
        }

        /** Any number of ports. */
        non-sealed interface ExtendableConfigurablePort extends ConfigurablePort {

            /**
             * Adds ports that cannot be removed.
             *
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort fixedTypes(PortType... portTypes);

            /**
             * Adds ports to every new node that can be removed.
             *
             * @param portTypes their types
             * @return this
             */
            ExtendableConfigurablePort defaultNonFixedTypes(PortType... portTypes);
        }
    }
}
