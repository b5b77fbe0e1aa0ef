// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What plugin.xml says is there, and what is there is in plugin.xml. */
class PluginXmlTest {

    private static Document plugin;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = Files.newInputStream(pluginXml())) {
            plugin = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    /** Beside the classes in a bundle; above them where classes are in a folder of their own. */
    private static Path pluginXml() {
        Path folder = NodeClasses.root();
        while (!Files.exists(folder.resolve("plugin.xml"))) {
            folder = folder.getParent();
            assertNotNull(folder, "no plugin.xml above " + NodeClasses.root());
        }
        return folder.resolve("plugin.xml");
    }

    @Test
    void everyClassExists() throws Exception {
        for (final String attribute : List.of("factory-class", "cellClass", "serializerClass", "valueClass",
            "rendererFactoryClass")) {
            for (final String name : values("*", attribute)) {
                assertNotNull(Class.forName(name), name);
            }
        }
    }

    @Test
    void everyNodeIsRegisteredOnce() {
        final List<String> registered = values("node", "factory-class");
        final Set<String> existing =
            NodeClasses.factories().stream().map(factory -> factory.getClass().getName()).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(existing), new TreeSet<>(registered));
        assertEquals(existing.size(), registered.size());
    }

    @Test
    void everyNodeIsInADeclaredCategory() {
        final Set<String> declared = new TreeSet<>();
        for (final Element category : elements("category")) {
            declared.add(category.getAttribute("path") + "/" + category.getAttribute("level-id"));
        }
        for (final String path : values("node", "category-path")) {
            assertTrue(declared.contains(path), path);
        }
    }

    @Test
    void everyCategoryHasAnIcon() {
        for (final String icon : values("category", "icon")) {
            assertTrue(Files.isRegularFile(pluginXml().resolveSibling(icon)), icon);
        }
    }

    @Test
    void everyCellHasASerializer() {
        final Set<String> cells = NodeClasses.ofPlugin().stream().filter(DataCell.class::isAssignableFrom)
            .filter(type -> !Modifier.isAbstract(type.getModifiers()))
            .map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(cells, new TreeSet<>(values("serializer", "cellClass")));
    }

    private static List<Element> elements(final String tag) {
        final NodeList found = plugin.getElementsByTagName(tag);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element)found.item(i));
        }
        return elements;
    }

    private static List<String> values(final String tag, final String attribute) {
        return elements(tag).stream().filter(element -> element.hasAttribute(attribute))
            .map(element -> element.getAttribute(attribute)).toList();
    }
}
