// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Texts that authors write about workflows and nodes, as plain text: formats are left out. */
final class Descriptions {

    private Descriptions() {
    }

    /** The description in {@code workflow-metadata.xml}. */
    static String of(final Path metadata) throws IOException {
        try (InputStream in = Files.newInputStream(metadata)) {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final NodeList found = factory.newDocumentBuilder().parse(in).getElementsByTagName("description");
            if (found.getLength() == 0) {
                return "";
            }
            final String text = found.item(0).getTextContent().strip();
            return text.startsWith("<") ? String.join("\n\n", paragraphs(text)) : text;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(metadata + " is no description of a workflow: " + e.getMessage(), e);
        }
    }

    /** The paragraphs of an annotation; HTML only where it says that it is. */
    static List<String> text(final SettingsTree annotation) {
        final String text = annotation.value("text");
        return annotation.value("contentType").equals("text/html") ? paragraphs(text)
            : Arrays.stream(text.split("\n")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> paragraphs(final String html) {
        return Arrays.stream(html.split("(?i)</p>|<br\\s*/?>|</li>|</h\\d>"))
            .map(part -> unescape(part.replaceAll("<[^>]*>", "")).strip()).filter(part -> !part.isEmpty()).toList();
    }

    private static String unescape(final String text) {
        return text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&#39;", "'").replace("&amp;", "&");
    }
}
