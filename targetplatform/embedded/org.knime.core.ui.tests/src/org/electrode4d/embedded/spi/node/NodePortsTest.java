// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;

class NodePortsTest {

    private static DefaultModel nothing(final RequireModelParameters model) {
        return model.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { });
    }

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private final NodeDefinition fixed = TestNodes.define(
        TestNodes.describe(p -> p.addInputTable("Reference", "r").addInputTable("Deformed", "d")
            .addOutputTable("Field", "f"), NodePortsTest::nothing));

    /** One input always, one on demand, and any number of further ones of which a new node has one. */
    private final NodeDefinition dynamic = TestNodes.define(DefaultNode.create().name("n").icon("i")
        .shortDescription("s").fullDescription("f").sinceVersion(5, 9, 0)
        .dynamicPorts(p -> p.addInputPortGroup("Series", g -> g.name("Series").description("s").fixed(TABLE))
            .addInputPortGroup("Mask", g -> g.name("Mask").description("m").optional().supportedTypes(TABLE))
            .addInputPortGroup("More", g -> g.name("Further").description("x").extendable().supportedTypes(TABLE)
                .defaultNonFixedTypes(TABLE))
            .addOutputPortGroup("Out", g -> g.name("Out").description("o").fixed(TABLE)))
        .model(NodePortsTest::nothing));

    private static List<String> groups(final List<NodePort> ports) {
        return ports.stream().map(port -> port.index() + " " + port.group() + " " + port.name()).toList();
    }

    private static NodeSettings saved(final NodeInstance node) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        node.savePorts(settings);
        return settings;
    }

    @Test
    void fixedPortsAreCountedOnTheirSide() {
        final NodePorts ports = fixed.defaultPorts();
        assertEquals(List.of("0 Reference Reference", "1 Deformed Deformed"), groups(ports.inputs()));
        assertEquals(List.of("0 Field Field"), groups(ports.outputs()));
        assertEquals(TABLE, ports.outputs().get(0).type());
        assertEquals("d", ports.inputs().get(1).description());
    }

    @Test
    void theNamesOfThePortsAreTheKeysInTheWorkflow() {
        assertEquals("""
            <config key="node_creation_config">
                <config key="Reference"/>
                <config key="Deformed"/>
                <config key="Field"/>
            </config>""", SettingsXml.of(saved(fixed.createNode())));
    }

    @Test
    void anInputAndAnOutputOfTheSameNameFailWhenTheNodeIsAdded() {
        final NodeDefinition same = TestNodes.define(TestNodes.describe(
            p -> p.addInputTable("Table", "in").addOutputTable("Table", "out"), NodePortsTest::nothing));
        assertThrows(IllegalArgumentException.class, same::createNode);
    }

    @Test
    void aNewNodeHasTheFixedAndTheDefaultPorts() {
        assertEquals(List.of("0 Series Series", "1 More Further"), groups(dynamic.defaultPorts().inputs()));
    }

    @Test
    void addedPortsAreSavedAndLoaded() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        final NodeSettings groups = new NodeSettings("node_creation_config");
        groups.addNodeSettings("Series");
        TABLE.save(groups.addNodeSettings("Mask").addNodeSettings("port_0"));
        groups.addNodeSettings("More");
        groups.addNodeSettings("Out");
        settings.addNodeSettings(groups);
        final NodeInstance node = dynamic.createNode(settings);
        assertEquals(List.of("0 Series Series", "1 Mask Mask"), groups(node.ports().inputs()));
        assertEquals(SettingsXml.of(settings), SettingsXml.of(saved(node)));
    }

    @Test
    void aNodeWithoutPortsHasNone() {
        final NodeDefinition none = TestNodes.define(TestNodes.describe(p -> { }, NodePortsTest::nothing));
        assertEquals(new NodePorts(List.of(), List.of()), none.defaultPorts());
        assertEquals("", SettingsXml.of(saved(none.createNode())));
    }

    @Test
    void anExtendableGroupNeedsTypesIfItStatesSome() {
        assertThrows(IllegalArgumentException.class, () -> DefaultNode.create().name("n").icon("i")
            .shortDescription("s").fullDescription("f").sinceVersion(5, 9, 0)
            .dynamicPorts(p -> p.addInputPortGroup("g",
                g -> g.name("g").description("d").extendable().supportedTypes(TABLE).fixedTypes()))
            .model(NodePortsTest::nothing));
    }

    @Test
    void aRearrangingNodeNeedsOneTableOnEachSide() {
        final NodeDefinition two = TestNodes.define(TestNodes.describe(
            p -> p.addInputTable("A", "a").addInputTable("B", "b").addOutputTable("Out", "out"),
            m -> m.withoutParameters().rearrangeColumns((in, out) -> { })));
        assertThrows(IllegalStateException.class, two::createNode);
    }
}
