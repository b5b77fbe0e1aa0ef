// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.ui.SettingsXml;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultModel;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultNode;

class NodePortsTest {

    private static DefaultModel nothing(final RequireModelParameters model) {
        return model.withoutParameters().configure((in, out) -> { }).execute((in, out) -> { });
    }

    private static final PortType TABLE = BufferedDataTable.TYPE;

    private final NodeFactory<?> fixed = TestNodes.factory(
        TestNodes.describe(p -> p.addInputTable("Reference", "r").addInputTable("Deformed", "d")
            .addOutputTable("Field", "f"), NodePortsTest::nothing));

    /** One input always, one on demand, and any number of further ones of which a new node has one. */
    private final NodeFactory<?> dynamic = TestNodes.factory(DefaultNode.create().name("n").icon("i")
        .shortDescription("s").fullDescription("f").sinceVersion(5, 9, 0)
        .dynamicPorts(p -> p.addInputPortGroup("Series", g -> g.name("Series").description("s").fixed(TABLE))
            .addInputPortGroup("Mask", g -> g.name("Mask").description("m").optional().supportedTypes(TABLE))
            .addInputPortGroup("More", g -> g.name("Further").description("x").extendable().supportedTypes(TABLE)
                .defaultNonFixedTypes(TABLE))
            .addOutputPortGroup("Out", g -> g.name("Out").description("o").fixed(TABLE)))
        .model(NodePortsTest::nothing));

    private static List<String> inputs(final ModifiableNodeCreationConfiguration creation) {
        return creation.getPortConfig().orElseThrow().getInputPortLocation().entrySet().stream()
            .filter(group -> group.getValue().length > 0)
            .sorted((a, b) -> a.getValue()[0] - b.getValue()[0])
            .map(group -> group.getValue()[0] + " " + group.getKey()).toList();
    }

    private static NodeSettings saved(final ModifiableNodeCreationConfiguration creation) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        creation.saveSettingsTo(settings);
        return settings;
    }

    @Test
    void fixedPortsAreCountedOnTheirSide() {
        assertEquals(List.of("0 Reference", "1 Deformed"), inputs(NodeFactories.creationConfiguration(fixed)));
        final NodeModel node = TestNodes.model(fixed);
        assertArrayEquals(new PortType[]{TABLE, TABLE}, NodeModels.inPorts(node));
        assertArrayEquals(new PortType[]{TABLE}, NodeModels.outPorts(node));
    }

    @Test
    void theNamesOfThePortsAreTheKeysInTheWorkflow() {
        assertEquals("""
            <config key="node_creation_config">
                <config key="Reference"/>
                <config key="Deformed"/>
                <config key="Field"/>
            </config>""", SettingsXml.of(saved(NodeFactories.creationConfiguration(fixed))));
    }

    @Test
    void anInputAndAnOutputOfTheSameNameFailWhenTheNodeIsAdded() {
        final NodeFactory<?> same = TestNodes.factory(TestNodes.describe(
            p -> p.addInputTable("Table", "in").addOutputTable("Table", "out"), NodePortsTest::nothing));
        assertThrows(IllegalArgumentException.class, () -> TestNodes.model(same));
    }

    @Test
    void aNewNodeHasTheFixedAndTheDefaultPorts() {
        assertEquals(List.of("0 Series", "1 More"), inputs(NodeFactories.creationConfiguration(dynamic)));
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
        final ModifiableNodeCreationConfiguration creation = NodeFactories.creationConfiguration(dynamic);
        creation.loadSettingsFrom(settings);
        assertEquals(List.of("0 Series", "1 Mask"), inputs(creation));
        assertEquals(2, NodeModels.inPorts(NodeFactories.createModel(dynamic, creation)).length);
        assertEquals(SettingsXml.of(settings), SettingsXml.of(saved(creation)));
    }

    @Test
    void aNodeWithoutPortsHasNone() {
        final NodeFactory<?> none = TestNodes.factory(TestNodes.describe(p -> { }, NodePortsTest::nothing));
        assertEquals(0, NodeModels.inPorts(TestNodes.model(none)).length);
        assertEquals("", SettingsXml.of(saved(NodeFactories.creationConfiguration(none))));
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
        final NodeFactory<?> two = TestNodes.factory(TestNodes.describe(
            p -> p.addInputTable("A", "a").addInputTable("B", "b").addOutputTable("Out", "out"),
            m -> m.withoutParameters().rearrangeColumns((in, out) -> { })));
        assertThrows(IllegalStateException.class, () -> TestNodes.model(two));
    }
}
