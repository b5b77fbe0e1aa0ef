// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.net.URL;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.spi.node.DialogCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.xml.sax.InputSource;

/** What a user sees of a node before it runs. */
class NodeDescriptionTest {

    static List<NodeFactory<?>> nodes() {
        return NodeClasses.factories();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void hasAnIconOf16Pixels(final NodeFactory<?> factory) throws Exception {
        final String name = factory.getXMLDescription().getAttribute("icon");
        final URL url = factory.getClass().getResource(name.substring("./".length()));
        assertNotNull(url, "no icon " + name);
        final BufferedImage icon = ImageIO.read(url);
        assertEquals(16, icon.getWidth());
        assertEquals(16, icon.getHeight());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void hasADescription(final NodeFactory<?> factory) {
        final String description = factory.getXMLDescription().getTextContent();
        assertTrue(description.length() > 300, description);
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void portsHaveNamesOfTheirOwn(final NodeFactory<?> factory) {
        final NodeModel model = NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
        final Set<String> names = new HashSet<>();
        for (int port = 0; port < NodeModels.inPorts(model).length; port++) {
            assertTrue(names.add(factory.getInportName(port)), factory.getInportName(port));
        }
        for (int port = 0; port < NodeModels.outPorts(model).length; port++) {
            assertTrue(names.add(factory.getOutportName(port)), factory.getOutportName(port));
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theDialogFindsAllThatItRefersTo(final NodeFactory<?> factory) {
        final NodeModel model = NodeFactories.createModel(factory, NodeFactories.creationConfiguration(factory));
        final DataTableSpec[] unconnected = new DataTableSpec[NodeModels.inPorts(model).length];
        assertEquals(List.of(), DialogCheck.problems(factory, unconnected), factory.getClass().getSimpleName());
    }

    @Test
    void namesDiffer() {
        final List<String> names = nodes().stream().map(NodeFactory::getNodeName).toList();
        assertEquals(names.size(), new TreeSet<>(names).size());
    }

    @Test
    void everyParameterIsExplainedInWellFormedXml() throws Exception {
        for (final Class<?> type : NodeClasses.ofPlugin()) {
            if (!NodeParameters.class.isAssignableFrom(type)) {
                continue;
            }
            for (final var field : type.getDeclaredFields()) {
                final Widget widget = field.getAnnotation(Widget.class);
                if (widget != null) {
                    assertFalse(widget.title().isBlank(), field.toString());
                    parse(widget.title());
                    parse(widget.description());
                }
            }
        }
    }

    /** Private fields are silently not stored by KNIME; null makes all parameters fall back to their defaults. */
    @Test
    void parametersAreStorable() throws Exception {
        for (final Class<?> type : NodeClasses.ofPlugin()) {
            if (!NodeParameters.class.isAssignableFrom(type)) {
                continue;
            }
            final var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            final Object parameters = constructor.newInstance();
            for (final var field : type.getDeclaredFields()) {
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    assertFalse(java.lang.reflect.Modifier.isPrivate(field.getModifiers()), field.toString());
                    field.setAccessible(true);
                    assertNotNull(field.get(parameters), field.toString());
                }
            }
        }
    }

    @Test
    void lengthsAndNumbersNameTheirUnits() {
        final List<Class<?>> numbers = Arrays.asList(double.class);
        NodeClasses.ofPlugin().stream().filter(NodeParameters.class::isAssignableFrom)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> field.isAnnotationPresent(Widget.class) && numbers.contains(field.getType()))
            .forEach(field -> assertTrue(field.getAnnotation(Widget.class).title().matches(".*\\[.+]"),
                field + " has no unit in its title"));
    }

    private static void parse(final String text) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader("<p>" + text + "</p>")));
    }
}
