// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.electrode4d.embedded.ui.view.NodeViewInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.node.parameters.NodeParameters;

/** Nodes that ran in KNIME, and what KNIME saved of them: loading and saving must not change a character. */
@TestInstance(Lifecycle.PER_CLASS)
class ExampleWorkflowTest {

    private URLClassLoader loader;

    @BeforeAll
    void compile(@TempDir final Path output) throws IOException {
        loader = CompiledSources.load(SharedFolder.require("knime/example-plugin/src"), output);
    }

    @AfterAll
    void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }

    static List<Path> savedNodes() throws IOException {
        try (Stream<Path> files = Files.walk(SharedFolder.require("knime/example-workflow"))) {
            return files.filter(file -> file.endsWith("settings.xml")).sorted().toList();
        }
    }

    private NodeFactory<?> factory(final String name) {
        try {
            return (NodeFactory<?>)loader.loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Class<? extends NodeParameters>> viewParameters(final NodeFactory<?> factory) {
        return Blueprints.of(factory).view().flatMap(ViewBlueprint::parameters);
    }

    private static ModifiableNodeCreationConfiguration creation(final NodeFactory<?> factory,
        final NodeSettingsRO settings) throws InvalidSettingsException {
        final ModifiableNodeCreationConfiguration creation = NodeFactories.creationConfiguration(factory);
        creation.loadSettingsFrom(settings);
        return creation;
    }

    private NodeModel node(final NodeSettingsRO settings) throws InvalidSettingsException {
        final NodeFactory<?> factory = factory(settings.getString("factory"));
        return NodeFactories.createModel(factory, creation(factory, settings));
    }

    private static NodeSettingsRO read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in);
        }
    }

    private static String lines(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        return SettingsXml.of((NodeSettings)settings.getNodeSettings(key));
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void theParametersAreSavedAsTheyWere(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        final NodeModel node = node(settings);
        NodeModels.loadSettings(node, settings.getNodeSettings("model"));
        final NodeSettings saved = new NodeSettings("model");
        NodeModels.saveSettings(node, saved);
        assertEquals(lines(settings, "model"), SettingsXml.of(saved));
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void thePortsAreSavedAsTheyWere(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        final NodeSettings saved = new NodeSettings("settings.xml");
        creation(factory(settings.getString("factory")), settings).saveSettingsTo(saved);
        assertEquals(lines(settings, "node_creation_config"), lines(saved, "node_creation_config"));
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void theViewIsSavedAsItWas(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        final Optional<Class<? extends NodeParameters>> parameters =
            viewParameters(factory(settings.getString("factory")));
        assertEquals(settings.containsKey("view"), parameters.isPresent());
        if (parameters.isPresent()) {
            final NodeSettings saved = ParametersSettings
                .save(ParametersSettings.load(parameters.get(), settings.getNodeSettings("view")), "view");
            assertEquals(lines(settings, "view"), SettingsXml.of(saved));
            final NodeSettings defaults = new NodeSettings("view");
            NodeModels.saveDefaultViewSettings(node(settings), defaults);
            assertEquals(lines(settings, "view"), SettingsXml.of(defaults));
        }
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void theNameIsThatOfTheSavedNode(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        assertEquals(settings.getString("node-name"), factory(settings.getString("factory")).getNodeName());
    }

    @Test
    void theViewFindsItsPageAndScript() {
        final NodeFactory<?> scale = factory("lab.demo.ScaleNodeFactory");
        final NodeModel node = NodeFactories.createModel(scale, NodeFactories.creationConfiguration(scale));
        try (NodeViewInstance view = NodeViewInstance.open(scale, node)) {
            assertTrue(view.page().getResource("assets/a.js").isPresent());
        }
        assertFalse(Blueprints.of(factory("lab.demo.SourceNodeFactory")).view().isPresent());
    }
}
