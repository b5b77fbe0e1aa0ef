// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.Optional;

import org.electrode4d.embedded.ui.description.BlueprintDescription;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.electrode4d.embedded.ui.model.DefaultNodeModel;
import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.electrode4d.embedded.ui.model.PortsBuilder;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.NodeCreationConfiguration;

/** The factory of a {@link DefaultNode}. A subclass is public and has a public constructor without arguments. */
public abstract class DefaultNodeFactory extends ConfigurableNodeFactory<NodeModel> {

    static {
        Blueprints.setAccess(factory -> ((DefaultNodeFactory)factory).blueprint);
    }

    private final NodeBlueprint blueprint;

    /**
     * @param node the node that this makes
     * @throws IllegalStateException if a description is not well-formed XML
     */
    protected DefaultNodeFactory(final DefaultNode node) {
        super(true);
        blueprint = node.blueprint();
        super.init();
    }

    @Override
    protected final NodeDescription createNodeDescription() {
        return BlueprintDescription.of(blueprint);
    }

    @Override
    protected final Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        return PortsBuilder.build(blueprint.ports());
    }

    @Override
    protected final NodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return DefaultNodeModel.of(blueprint, creationConfig.getPortConfig().orElse(null));
    }

    @Override
    protected final int getNrNodeViews() {
        return blueprint.view().isPresent() ? 1 : 0;
    }

    @Override
    protected final boolean hasDialog() {
        return false; // asks for a dialog of the old kind
    }

    /** @return true if the node or its view has parameters */
    public boolean hasNodeDialog() {
        return blueprint.behaviour().parameters().isPresent()
            || blueprint.view().flatMap(view -> view.parameters()).isPresent();
    }
}
