// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.List;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Nodes described as JSON; one node is an object, all nodes are an array. */
final class NodeJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NodeJson() {
    }

    static String of(final List<NodePage> pages) {
        final ArrayNode all = JSON.createArrayNode();
        pages.forEach(page -> all.add(page(page)));
        return (pages.size() == 1 ? all.get(0) : all).toPrettyString() + System.lineSeparator();
    }

    private static ObjectNode page(final NodePage page) {
        final NodeDocumentation d = page.documentation();
        final ObjectNode node = JSON.createObjectNode();
        node.put("name", page.name());
        node.put("factory", page.extension().factoryClass());
        node.put("category", page.extension().categoryPath());
        node.put("bundle", page.extension().contributor().symbolicName());
        node.put("type", d.type().name());
        node.put("since", d.since());
        node.put("shortDescription", page.shortDescription());
        node.put("description", d.fullDescription());
        d.inputs().forEach(p -> port(node.withArray("inputs").addObject(), p));
        d.outputs().forEach(p -> port(node.withArray("outputs").addObject(), p));
        page.options().forEach(o -> option(page, node.withArray("parameters").addObject(), o));
        d.view().ifPresent(view -> node.put("view", view));
        d.keywords().forEach(k -> node.withArray("keywords").add(k));
        d.links().forEach(l -> node.withArray("links").addObject().put("url", l.target()).put("text", l.description()));
        return node;
    }

    private static void port(final ObjectNode json, final Port port) {
        json.put("name", port.name()).put("type", port.type().orElse(null)).put("mode", port.mode())
            .put("description", port.description());
    }

    private static void option(final NodePage page, final ObjectNode json, final Option option) {
        json.put("title", option.title()).put("key", option.key()).put("advanced", option.advanced())
            .put("section", option.section().orElse(null)).put("default", page.defaultOf(option).orElse(null))
            .put("description", option.description());
        option.choices().forEach(c -> json.withArray("choices").addObject().put("name", c.name())
            .put("title", c.title()).put("description", c.description()));
        option.elements().forEach(e -> option(page, json.withArray("elements").addObject(), e));
    }
}
