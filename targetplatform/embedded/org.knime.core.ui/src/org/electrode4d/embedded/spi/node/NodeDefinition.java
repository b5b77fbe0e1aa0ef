// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.ui.description.Documentation;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.node.parameters.NodeParameters;

/** A node as its factory describes it, before it is in a workflow. */
public final class NodeDefinition {

    private final NodeFactory<?> factory;
    private final NodeBlueprint blueprint;

    private NodeDefinition(final NodeFactory<?> factory) {
        this.factory = factory;
        blueprint = Blueprints.of(factory);
    }

    /**
     * @param factory a factory that extends {@code DefaultNodeFactory}
     * @return the node that it makes
     * @throws IllegalArgumentException if it is a factory of another kind
     */
    public static NodeDefinition of(final NodeFactory<?> factory) {
        return new NodeDefinition(factory);
    }

    /** @return the factory */
    public NodeFactory<?> factory() {
        return factory;
    }

    /** @return the name that the user reads */
    public String name() {
        return blueprint.texts().name();
    }

    /** @return the type as stated, or as it follows from the ports */
    public NodeType type() {
        return blueprint.effectiveType();
    }

    /** @return the icon; empty if the file does not exist, which KNIME ignores silently */
    public Optional<URL> icon() {
        final String path = blueprint.texts().icon();
        return Optional.ofNullable(path).map(
            name -> factory.getClass().getResource(name.startsWith("./") ? name.substring(2) : name));
    }

    /** @return the class of the parameters of the model; empty for a node without */
    public Optional<Class<? extends NodeParameters>> modelParameters() {
        return blueprint.behaviour().parameters();
    }

    /** @return the class of the parameters of the view; empty for a node without a view, or a view without */
    public Optional<Class<? extends NodeParameters>> viewParameters() {
        return blueprint.view().flatMap(ViewBlueprint::parameters);
    }

    /** @return true if the node has a view */
    public boolean hasView() {
        return blueprint.view().isPresent();
    }

    /** @return everything that a user reads about the node */
    public NodeDocumentation documentation() {
        return Documentation.of(blueprint);
    }

    /** @return the ports of a new node */
    public NodePorts defaultPorts() {
        return NodePorts.of(blueprint.ports(), NodeFactories.creationConfiguration(factory));
    }

    /**
     * @return a new node with the default ports
     * @throws IllegalArgumentException if an input and an output port have the same name
     */
    public NodeInstance createNode() {
        return createNode(NodeFactories.creationConfiguration(factory));
    }

    /**
     * @param settings the settings of a saved node, the parent of "node_creation_config"
     * @return a node with the ports saved there
     * @throws InvalidSettingsException if a port has an unknown type
     * @throws IllegalArgumentException if an input and an output port have the same name
     */
    public NodeInstance createNode(final NodeSettingsRO settings) throws InvalidSettingsException {
        final ModifiableNodeCreationConfiguration creation = NodeFactories.creationConfiguration(factory);
        creation.loadSettingsFrom(settings);
        return createNode(creation);
    }

    private NodeInstance createNode(final ModifiableNodeCreationConfiguration creation) {
        return new NodeInstance(this, creation, NodeFactories.createModel(factory, creation));
    }

    NodeBlueprint blueprint() {
        return blueprint;
    }

    /** @return the keys of the groups of ports, in the order of "node_creation_config" */
    public List<String> portGroups() {
        return blueprint.ports().stream().map(group -> group.id()).toList();
    }
}
