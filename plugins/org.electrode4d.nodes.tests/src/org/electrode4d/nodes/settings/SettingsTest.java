// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.List;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.nodes.NodeClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Nodes keep what a user set: through save and load, and from every released version to the present one. */
class SettingsTest {

    static List<NodeFactory<?>> nodes() {
        return NodeClasses.factories();
    }

    private static NodeModel model(final NodeFactory<?> factory) {
        return NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
    }

    private static NodeSettings save(final NodeModel model) {
        final NodeSettings settings = new NodeSettings("model");
        NodeModels.saveSettings(model, settings);
        return settings;
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void defaultsSurviveSaveAndLoad(final NodeFactory<?> factory) throws Exception {
        final NodeSettings defaults = save(model(factory));
        final NodeModel other = model(factory);
        NodeModels.loadSettings(other, defaults);
        assertEquals(defaults, save(other));
        assertFalse(defaults.keySet().isEmpty(), "a field must be visible to be stored");
    }

    private static InputStream stored(final NodeFactory<?> factory) {
        return SettingsTest.class.getResourceAsStream("0.1.0/" + SettingsFixtures.fileName(factory));
    }

    static List<NodeFactory<?>> nodesOfVersion010() {
        return NodeClasses.factories().stream().filter(factory -> stored(factory) != null).toList();
    }

    @Test
    void noNodeOfVersion010IsMissing() {
        assertEquals(12, nodesOfVersion010().size(), nodesOfVersion010()::toString);
    }

    @ParameterizedTest
    @MethodSource("nodesOfVersion010")
    void settingsOfVersion010AreKept(final NodeFactory<?> factory) throws Exception {
        final NodeSettings stored = new NodeSettings("model");
        try (InputStream in = stored(factory)) {
            final NodeSettingsRO read = NodeSettings.loadFromXML(in);
            read.copyTo(stored);
        }
        final NodeModel model = model(factory);
        NodeModels.loadSettings(model, stored);
        final NodeSettings kept = save(model);
        for (final String key : stored.keySet()) {
            assertTrue(kept.containsKey(key), key);
            assertEquals(stored.getEntry(key), kept.getEntry(key), key);
        }
    }
}
