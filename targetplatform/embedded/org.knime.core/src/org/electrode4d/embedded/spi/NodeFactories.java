// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;

/** Makes nodes of factories, as a workflow manager does. */
public final class NodeFactories {

    private NodeFactories() {
    }

    /**
     * @param factory a factory
     * @return the ports of a new node; none for a factory whose ports cannot be configured
     * @throws IllegalArgumentException if an input and an output port have the same name
     */
    public static ModifiableNodeCreationConfiguration creationConfiguration(final NodeFactory<?> factory) {
        return factory instanceof ConfigurableNodeFactory
            ? ((ConfigurableNodeFactory<?>)factory).createNodeCreationConfig()
            : new ModifiableNodeCreationConfiguration(null);
    }

    /**
     * @param factory a factory
     * @param configuration the ports of the node
     * @return the model of a new node
     */
    public static NodeModel createModel(final NodeFactory<?> factory,
        final ModifiableNodeCreationConfiguration configuration) {
        return Secrets.factories().model(factory, configuration);
    }

    /**
     * @param factory a factory, which is initialised if need be
     * @return what a user reads about the node
     */
    public static NodeDescription description(final NodeFactory<?> factory) {
        return Secrets.factories().description(factory);
    }
}
