// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.electrode4d.embedded.spi.Contributor;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The extensions that one {@code plugin.xml} declares. */
final class PluginXml {

    private final Map<String, List<Contribution>> extensions = new HashMap<>();

    private final Contributor contributor;

    private final Contribution.ClassFinder loader;

    private PluginXml(final Contributor contributor, final Contribution.ClassFinder loader) {
        this.contributor = contributor;
        this.loader = loader;
    }

    static PluginXml read(final URL url, final Contributor contributor, final Contribution.ClassFinder loader)
        throws IOException {
        PluginXml plugin = new PluginXml(contributor, loader);
        try (InputStream in = url.openStream()) {
            Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(in)
                .getDocumentElement();
            for (Element extension : children(root)) {
                if ("extension".equals(extension.getTagName())) {
                    plugin.extensions.computeIfAbsent(extension.getAttribute("point"), p -> new ArrayList<>())
                        .addAll(plugin.contributions(extension));
                }
            }
            return plugin;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Malformed " + url + ": " + e.getMessage(), e);
        }
    }

    List<Contribution> contributions(final String point) {
        return extensions.getOrDefault(point, List.of());
    }

    private List<Contribution> contributions(final Element parent) {
        List<Contribution> contributions = new ArrayList<>();
        for (Element element : children(parent)) {
            contributions.add(new Contribution(element.getTagName(), attributes(element), contributions(element),
                contributor, loader));
        }
        return contributions;
    }

    private static Map<String, String> attributes(final Element element) {
        Map<String, String> attributes = new HashMap<>();
        NamedNodeMap nodes = element.getAttributes();
        for (int i = 0; i < nodes.getLength(); i++) {
            attributes.put(nodes.item(i).getNodeName(), nodes.item(i).getNodeValue());
        }
        return attributes;
    }

    private static List<Element> children(final Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                children.add((Element)node);
            }
        }
        return children;
    }
}
