// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.List;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;

/** Nodes described as Markdown, by category: the node reference. */
final class NodeMarkdown {

    private final StringBuilder text = new StringBuilder();

    private NodeMarkdown() {
    }

    static String of(final List<NodePage> pages) {
        final NodeMarkdown writer = new NodeMarkdown();
        String category = null;
        for (NodePage page : pages) {
            if (pages.size() > 1 && !page.extension().categoryPath().equals(category)) {
                category = page.extension().categoryPath();
                writer.paragraph("## " + ListCommand.NodeCategories.name(category));
            }
            writer.page(page);
        }
        return writer.text.toString();
    }

    private void page(final NodePage page) {
        final NodeDocumentation d = page.documentation();
        paragraph("### " + page.name());
        paragraph("*" + page.shortDescription() + "*");
        paragraph(HtmlToMarkdown.convert(d.fullDescription()));
        ports("Inputs", d.inputs());
        ports("Outputs", d.outputs());
        options(page);
        d.view().ifPresent(view -> paragraph("**View.** " + HtmlToMarkdown.convert(view)));
        if (!d.links().isEmpty()) {
            paragraph("**Further reading**");
            d.links().forEach(l -> line("- [" + (l.description().isBlank() ? l.target() : l.description()) + "]("
                + l.target() + ")"));
            line("");
        }
        paragraph("Factory: `" + page.extension().factoryClass() + "`");
    }

    private void ports(final String title, final List<Port> ports) {
        if (ports.isEmpty()) {
            return;
        }
        paragraph("**" + title + "**");
        int number = 1;
        for (Port port : ports) {
            final String mode = port.mode().equals("fixed") ? "" : ", " + port.mode();
            line(number++ + ". *" + port.name() + "* (" + port.type().orElse("any type") + mode + "): "
                + inline(port.description()));
        }
        line("");
    }

    private void options(final NodePage page) {
        if (page.options().isEmpty()) {
            return;
        }
        paragraph("**Parameters**");
        line("| Parameter | Key | Default | Meaning |");
        line("|---|---|---|---|");
        page.options().forEach(o -> option(page, o, ""));
        line("");
    }

    private void option(final NodePage page, final Option option, final String indent) {
        final StringBuilder meaning = new StringBuilder(inline(option.description()));
        option.choices().forEach(c -> meaning.append("<br>*").append(c.title()).append("*")
            .append(c.description().isBlank() ? "" : ": " + inline(c.description())));
        final String title = indent + option.title() + (option.advanced() ? " (advanced)" : "");
        line("| " + cell(title) + " | `" + cell(option.key()) + "` | " + cell(page.defaultOf(option).orElse(""))
            + " | " + cell(meaning.toString()) + " |");
        option.elements().forEach(e -> option(page, e, indent + "– "));
    }

    private static String inline(final String xml) {
        return HtmlToMarkdown.convert(xml).replaceAll("\\s*\\R\\s*", " ");
    }

    private static String cell(final String content) {
        return content.replace("|", "\\|");
    }

    private void paragraph(final String content) {
        text.append(content).append("\n\n");
    }

    private void line(final String content) {
        text.append(content).append('\n');
    }
}
