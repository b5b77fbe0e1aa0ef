// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;

/**
 * Makes the model of a node, and describes the node.
 *
 * @param <T> the class of the node models
 */
public abstract class NodeFactory<T extends NodeModel> {

    static {
        Secrets.setFactories(new Secrets.Factories() {

            @Override
            public NodeDescription description(final NodeFactory<?> factory) {
                return factory.description();
            }

            @Override
            public NodeModel model(final NodeFactory<?> factory, final NodeCreationConfiguration configuration) {
                return factory.createNodeModel(configuration);
            }
        });
    }

    private final boolean lazy;

    private NodeDescription description;

    /** Initialises itself. */
    protected NodeFactory() {
        this(false);
        init();
    }

    /** @param lazyInitialization whether {@link #init} is called later */
    protected NodeFactory(final boolean lazyInitialization) {
        lazy = lazyInitialization;
    }

    /** The kind of a node, which tells its colour. */
    public enum NodeType {
        /** Brings data in. */
        Source,
        /** Takes data out. */
        Sink,
        /** Learns a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Asks the user. */
        Widget,
        /** Holds a workflow. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** Asks the user, in the old way. */
        QuickForm,
        /** Asks for a parameter. */
        Configuration,
        /** Anything else. */
        Other,
        /** Stands for a node whose plug-in is missing. */
        Missing,
        /** Not said. */
        Unknown,
        /** A component. */
        Subnode,
        /** The inputs of a component. */
        VirtualIn,
        /** The outputs of a component. */
        VirtualOut,
        /** Exchanges data with a caller. */
        Container
    }

    /** Reads the description; further calls do nothing. */
    public synchronized void init() {
        if (description == null) {
            description = createNodeDescription();
        }
    }

    /** @return the description, made once */
    protected NodeDescription createNodeDescription() {
        throw new UnsupportedOperationException(getClass().getName() + " has no description");
    }

    private synchronized NodeDescription description() {
        init();
        return description;
    }

    /** @return whether {@link #init} is called later */
    public final boolean isLazilyInitialized() {
        return lazy;
    }

    /** @return the name that workflows on disk use */
    public final String getFactoryId() {
        return getClass().getName();
    }

    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    public final String getNodeName() {
        return description().getNodeName();
    }

    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    public final String getInportDescription(final int index) {
        return description().getInportDescription(index);
    }

    public final String getOutportDescription(final int index) {
        return description().getOutportDescription(index);
    }

    public final String[] getKeywords() {
        return description().getKeywords();
    }

    public NodeType getType() {
        return description().getType();
    }

    /** Writes what tells this from other factories of its class; usually nothing. */
    public void saveAdditionalFactorySettings(final ConfigWO config) {
        // a class of its own tells this factory from others
    }

    /** Reads what {@link #saveAdditionalFactorySettings} wrote. */
    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        // a class of its own tells this factory from others
    }

    public abstract T createNodeModel();

    protected T createNodeModel(final NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    protected abstract int getNrNodeViews();

    protected abstract boolean hasDialog();
}
