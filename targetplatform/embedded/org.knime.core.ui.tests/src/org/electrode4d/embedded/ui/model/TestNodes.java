// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.function.Consumer;
import java.util.function.Function;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.PortsAdder;

/** Nodes made inside a test. */
public final class TestNodes {

    private TestNodes() {
    }

    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    public static DefaultNode describe(final Consumer<PortsAdder> ports,
        final Function<RequireModelParameters, DefaultModel> model) {
        return DefaultNode.create().name("Test").icon("./test.png").shortDescription("Tests.")
            .fullDescription("Tests something.").sinceVersion(5, 9, 0).ports(ports).model(model);
    }

    public static NodeFactory<?> factory(final DefaultNode node) {
        return new Factory(node);
    }

    /** A new node with its default ports. */
    public static NodeModel model(final NodeFactory<?> factory) {
        return NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
    }

    /** A node with the ports "In" and "Out", which are tables. */
    static NodeModel table(final Function<RequireModelParameters, DefaultModel> model) {
        return model(factory(describe(p -> p.addInputTable("In", "in").addOutputTable("Out", "out"), model)));
    }

    static NodeSettings savedModel(final NodeModel node) {
        final NodeSettings settings = new NodeSettings("model");
        NodeModels.saveSettings(node, settings);
        return settings;
    }
}
