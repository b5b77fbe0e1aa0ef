// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Turns the elements of node descriptions (paragraphs, lists, emphasis, code, links) into Markdown. */
final class HtmlToMarkdown {

    private final StringBuilder text = new StringBuilder();

    private HtmlToMarkdown() {
    }

    /** Converts well-formed XML with HTML's elements; unknown elements are kept as they are, Markdown allows HTML. */
    static String convert(final String xml) {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader("<d>" + xml + "</d>"))).getDocumentElement();
            final HtmlToMarkdown converter = new HtmlToMarkdown();
            converter.children(root);
            return converter.text.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("Not well-formed: " + xml, e);
        }
    }

    private void children(final Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue().replaceAll("\\s+", " "));
            }
        }
    }

    private void element(final Element e) {
        switch (e.getTagName()) {
            case "p", "div" -> around("\n\n", e, "\n\n");
            case "ul", "ol" -> around("\n\n", e, "\n");
            case "li" -> around("\n- ", e, "");
            case "br" -> text.append("  \n");
            case "b", "strong" -> around("**", e, "**");
            case "i", "em" -> around("*", e, "*");
            case "tt", "code" -> around("`", e, "`");
            case "pre" -> text.append("\n\n```\n").append(e.getTextContent().strip()).append("\n```\n\n");
            case "a" -> around("[", e, "](" + e.getAttribute("href") + ")");
            default -> around("<" + e.getTagName() + ">", e, "</" + e.getTagName() + ">");
        }
    }

    private void around(final String before, final Element e, final String after) {
        text.append(before);
        children(e);
        text.append(after);
    }
}
