// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.function.Consumer;
import java.util.function.Function;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.RequirePorts.PortsAdder;

/** Nodes made inside a test. */
final class TestNodes {

    private TestNodes() {
    }

    static final class Factory extends DefaultNodeFactory {
        Factory(final DefaultNode node) {
            super(node);
        }
    }

    static DefaultNode describe(final Consumer<PortsAdder> ports,
        final Function<RequireModelParameters, DefaultModel> model) {
        return DefaultNode.create().name("Test").icon("./test.png").shortDescription("Tests.")
            .fullDescription("Tests something.").sinceVersion(5, 9, 0).ports(ports).model(model);
    }

    static NodeDefinition define(final DefaultNode node) {
        return NodeDefinition.of(new Factory(node));
    }

    /** A node with the ports "In" and "Out", which are tables. */
    static NodeInstance table(final Function<RequireModelParameters, DefaultModel> model) {
        return define(describe(p -> p.addInputTable("In", "in").addOutputTable("Out", "out"), model)).createNode();
    }

    static NodeSettings savedModel(final NodeInstance node) {
        final NodeSettings settings = new NodeSettings("model");
        node.saveModelSettings(settings);
        return settings;
    }

    static PortObjectSpec[] specs(final PortObjectSpec... specs) {
        return specs;
    }
}
