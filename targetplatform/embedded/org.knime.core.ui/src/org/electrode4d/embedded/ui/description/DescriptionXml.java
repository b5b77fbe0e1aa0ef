// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Choice;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The XML form of a node description, with the elements of KNIME's schema. */
final class DescriptionXml {

    private final Document document = XmlFragment.builder().newDocument();

    private DescriptionXml() {
    }

    /**
     * @param node what the user reads
     * @param icon the path of the icon
     * @return the element "knimeNode"
     * @throws IllegalStateException if a text is not well-formed XML
     */
    static Element of(final NodeDocumentation node, final String icon) {
        final DescriptionXml xml = new DescriptionXml();
        final Element root = xml.document.createElement("knimeNode");
        root.setAttribute("icon", icon);
        root.setAttribute("type", node.type().toString());
        xml.element(root, "name").setTextContent(node.name());
        xml.element(root, "shortDescription", node.shortDescription());
        xml.addFullDescription(root, node);
        xml.addPorts(root, node);
        xml.addView(root, node);
        xml.addKeywords(root, node.keywords());
        xml.document.appendChild(root);
        return root;
    }

    private Element element(final Element parent, final String name) {
        return (Element)parent.appendChild(document.createElement(name));
    }

    private Element element(final Element parent, final String name, final String content) {
        final Element element = element(parent, name);
        element.appendChild(XmlFragment.of(content, document));
        return element;
    }

    private void addFullDescription(final Element root, final NodeDocumentation node) {
        final Element description = element(root, "fullDescription");
        element(description, "intro", node.fullDescription());
        if (!node.options().isEmpty()) {
            final Element tab = element(description, "tab");
            tab.setAttribute("name", "Options");
            node.options().forEach(
                option -> element(tab, "option", fullText(option)).setAttribute("name", option.title()));
        }
        node.links()
            .forEach(link -> element(description, "link", link.description()).setAttribute("href", link.target()));
    }

    static String fullText(final Option option) {
        final String choices = option.choices().stream().anyMatch(choice -> !choice.description().isBlank())
            ? option.choices().stream().map(DescriptionXml::item).collect(list()) : "";
        final String elements = option.elements().isEmpty() ? ""
            : option.elements().stream().map(element -> item(element.title(), fullText(element))).collect(list());
        return option.description() + choices + elements;
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining("", "\n<ul>", "\n</ul>");
    }

    private static String item(final Choice choice) {
        return item(choice.title(), choice.description());
    }

    private static String item(final String title, final String text) {
        return "\n<li><b>" + title.replace("&", "&amp;").replace("<", "&lt;") + "</b>"
            + (text.isBlank() ? "" : ": " + text) + "</li>";
    }

    private void addPorts(final Element root, final NodeDocumentation node) {
        final Element ports = element(root, "ports");
        addPorts(ports, node.inputs(), "inPort", "dynInPort");
        addPorts(ports, node.outputs(), "outPort", "dynOutPort");
    }

    /** Fixed ports come first, as the schema wants them; a group tells before which of them it stands. */
    private void addPorts(final Element ports, final List<Port> all, final String fixed, final String dynamic) {
        all.stream().filter(port -> port.type().isPresent())
            .forEach(port -> addPort(ports, fixed, port).setAttribute("index", fixedBefore(all, port)));
        all.stream().filter(port -> port.type().isEmpty()).forEach(port -> {
            final Element group = addPort(ports, dynamic, port);
            group.setAttribute("insert-before", fixedBefore(all, port));
            group.setAttribute("group-identifier", port.group());
            group.setAttribute("configurable-via-menu", "false");
        });
    }

    private Element addPort(final Element ports, final String tag, final Port port) {
        final Element element = element(ports, tag, port.description());
        element.setAttribute("name", port.name());
        return element;
    }

    private static String fixedBefore(final List<Port> all, final Port port) {
        return Long.toString(all.subList(0, all.indexOf(port)).stream().filter(p -> p.type().isPresent()).count());
    }

    private void addView(final Element root, final NodeDocumentation node) {
        node.view().ifPresent(text -> {
            final Element view = element(element(root, "views"), "view", text);
            view.setAttribute("index", "0");
            view.setAttribute("name", node.name());
        });
    }

    private void addKeywords(final Element root, final List<String> keywords) {
        if (!keywords.isEmpty()) {
            final Element parent = element(root, "keywords");
            IntStream.range(0, keywords.size())
                .forEach(i -> element(parent, "keyword").setTextContent(keywords.get(i)));
        }
    }
}
