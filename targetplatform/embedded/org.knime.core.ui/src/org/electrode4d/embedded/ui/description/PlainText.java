// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.Set;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Turns descriptive texts into plain ones. */
public final class PlainText {

    private static final Set<String> BLOCKS =
        Set.of("p", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "pre", "table", "tr", "div", "dl", "dt", "dd");

    private PlainText() {
    }

    /**
     * @param text well-formed XML
     * @return the text without elements; paragraphs and list items on lines of their own
     */
    public static String of(final String text) {
        final StringBuilder plain = new StringBuilder();
        append(XmlFragment.parse(text), plain);
        return plain.toString().strip().replaceAll(" *\n *", "\n").replaceAll("\n{2,}", "\n");
    }

    private static void append(final Element element, final StringBuilder plain) {
        final boolean block = BLOCKS.contains(element.getTagName());
        if (block) {
            plain.append('\n').append(element.getTagName().equals("li") ? "- " : "");
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                append(inner, plain);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                plain.append(child.getNodeValue().replaceAll("\\s+", " "));
            }
        }
        if (block) {
            plain.append('\n');
        }
    }
}
