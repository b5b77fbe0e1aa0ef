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
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.node.NodeDefinition;
import org.electrode4d.embedded.spi.node.NodeInstance;
import org.electrode4d.embedded.spi.node.ParametersSettings;
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
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

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

    private NodeDefinition define(final String factory) {
        try {
            return NodeDefinition
                .of((NodeFactory<?>)loader.loadClass(factory).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
        final NodeInstance node = define(settings.getString("factory")).createNode(settings);
        node.loadModelSettings(settings.getNodeSettings("model"));
        final NodeSettings saved = new NodeSettings("model");
        node.saveModelSettings(saved);
        assertEquals(lines(settings, "model"), SettingsXml.of(saved));
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void thePortsAreSavedAsTheyWere(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        final NodeSettings saved = new NodeSettings("settings.xml");
        define(settings.getString("factory")).createNode(settings).savePorts(saved);
        assertEquals(lines(settings, "node_creation_config"), lines(saved, "node_creation_config"));
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void theViewIsSavedAsItWas(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        final NodeDefinition definition = define(settings.getString("factory"));
        assertEquals(settings.containsKey("view"), definition.viewParameters().isPresent());
        if (definition.viewParameters().isPresent()) {
            final NodeSettings saved = ParametersSettings.save(ParametersSettings
                .load(definition.viewParameters().get(), settings.getNodeSettings("view")), "view");
            assertEquals(lines(settings, "view"), SettingsXml.of(saved));
            final NodeSettings defaults = new NodeSettings("view");
            definition.createNode(settings).saveDefaultViewSettings(defaults);
            assertEquals(lines(settings, "view"), SettingsXml.of(defaults));
        }
    }

    @ParameterizedTest
    @MethodSource("savedNodes")
    void theNameIsThatOfTheSavedNode(final Path file) throws IOException, InvalidSettingsException {
        final NodeSettingsRO settings = read(file);
        assertEquals(settings.getString("node-name"), define(settings.getString("factory")).name());
    }

    @Test
    void theViewFindsItsPageAndScript() {
        final NodeDefinition scale = define("lab.demo.ScaleNodeFactory");
        assertTrue(scale.hasView());
        assertTrue(scale.createNode().createView().orElseThrow().page().getResource("assets/a.js").isPresent());
        assertTrue(scale.icon().isPresent());
        assertFalse(define("lab.demo.SourceNodeFactory").hasView());
    }
}
