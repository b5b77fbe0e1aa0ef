// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.List;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;

/** Nodes described as plain text for the terminal. */
final class NodeText {

    private final StringBuilder text = new StringBuilder();

    private NodeText() {
    }

    static String of(final List<NodePage> pages) {
        final NodeText writer = new NodeText();
        pages.forEach(writer::page);
        return writer.text.toString();
    }

    private void page(final NodePage page) {
        final NodeDocumentation d = page.documentation();
        line(0, page.name());
        line(0, "=".repeat(page.name().length()));
        line(0, ListCommand.NodeCategories.name(page.extension().categoryPath()) + "   "
            + page.extension().factoryClass());
        line(0, "");
        block(0, d.fullDescription());
        ports("Inputs", d.inputs());
        ports("Outputs", d.outputs());
        heading("Parameters", d.options().isEmpty());
        page.options().forEach(o -> option(page, o, 1));
        d.view().ifPresent(view -> {
            heading("View", false);
            block(1, view);
        });
        line(0, "");
    }

    private void ports(final String title, final List<Port> ports) {
        heading(title, ports.isEmpty());
        for (Port port : ports) {
            final String mode = port.mode().equals("fixed") ? "" : ", " + port.mode();
            line(1, port.name() + " (" + port.type().orElse("any type") + mode + ")");
            block(2, port.description());
        }
    }

    private void option(final NodePage page, final Option option, final int depth) {
        final String value = page.defaultOf(option).map(v -> ", default " + v).orElse("");
        final String advanced = option.advanced() ? ", advanced" : "";
        line(depth, option.title() + "  [" + option.key() + value + advanced + "]");
        block(depth + 1, option.description());
        option.choices().forEach(c -> {
            line(depth + 1, "- " + c.title() + " (" + c.name() + ")");
            block(depth + 2, c.description());
        });
        option.elements().forEach(e -> option(page, e, depth + 1));
    }

    private void heading(final String title, final boolean empty) {
        if (!empty) {
            line(0, "");
            line(0, title);
        }
    }

    private void block(final int depth, final String xml) {
        NodeDocumentation.plain(xml).strip().lines().forEach(l -> line(depth, l));
    }

    private void line(final int depth, final String content) {
        text.append(content.isEmpty() ? "" : "    ".repeat(depth) + content).append(System.lineSeparator());
    }
}
