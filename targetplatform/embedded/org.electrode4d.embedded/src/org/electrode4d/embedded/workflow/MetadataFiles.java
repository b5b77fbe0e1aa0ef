// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.electrode4d.embedded.workflow.WorkflowMetadata.Link;

/** {@code workflow-metadata.xml} (the description) and {@code workflowset.meta} (its copy for old servers). */
final class MetadataFiles {

    static final String METADATA = "workflow-metadata.xml";
    static final String LEGACY = "workflowset.meta";

    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private MetadataFiles() {
    }

    static WorkflowMetadata read(final Path folder, final LoadReport report) throws IOException {
        final Path file = folder.resolve(METADATA);
        if (!Files.isRegularFile(file)) {
            return WorkflowMetadata.of("");
        }
        try (InputStream in = Files.newInputStream(file)) {
            final XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            return parse(factory.createXMLStreamReader(in, StandardCharsets.UTF_8.name()));
        } catch (XMLStreamException e) {
            report.warn(METADATA, e.getMessage() + ".", "The workflow is used without a description.");
            return WorkflowMetadata.of("");
        }
    }

    private static WorkflowMetadata parse(final XMLStreamReader xml) throws XMLStreamException {
        String contentType = Annotation.PLAIN;
        String author = null;
        String created = null;
        String modified = null;
        String description = "";
        final List<String> tags = new ArrayList<>();
        final List<Link> links = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "workflow-metadata" -> contentType = orElse(xml.getAttributeValue(null, "content-type"),
                    contentType);
                case "author" -> author = xml.getElementText();
                case "created" -> created = xml.getElementText();
                case "last-modified" -> modified = xml.getElementText();
                case "description" -> description = xml.getElementText();
                case "tag" -> tags.add(xml.getElementText());
                case "link" -> links.add(new Link(xml.getAttributeValue(null, "href"), xml.getElementText()));
                default -> { }
            }
        }
        return new WorkflowMetadata(contentType, author, created, modified, description, List.copyOf(tags),
            List.copyOf(links));
    }

    private static String orElse(final String value, final String other) {
        return value == null ? other : value;
    }

    static void write(final Path folder, final WorkflowMetadata m) throws IOException {
        Files.writeString(folder.resolve(METADATA), metadata(m));
        Files.writeString(folder.resolve(LEGACY), LegacyMetadata.of(m));
    }

    private static String metadata(final WorkflowMetadata m) {
        final StringBuilder xml = new StringBuilder(DECLARATION);
        xml.append("<workflow-metadata content-type=\"").append(escape(m.contentType()))
            .append("\" xmlns=\"http://www.knime.org/core/node/workflow/metadata/v1.0\">\n");
        element(xml, "author", m.author());
        element(xml, "created", m.created());
        element(xml, "last-modified", m.lastModified());
        if (m.description().isEmpty()) {
            xml.append("    <description/>\n");
        } else {
            element(xml, "description", m.description());
        }
        if (!m.tags().isEmpty()) {
            xml.append("    <tags>\n");
            m.tags().forEach(tag -> xml.append("        <tag>").append(escape(tag)).append("</tag>\n"));
            xml.append("    </tags>\n");
        }
        if (!m.links().isEmpty()) {
            xml.append("    <links>\n");
            m.links().forEach(link -> xml.append("        <link href=\"").append(escape(link.url())).append("\">")
                .append(escape(link.text())).append("</link>\n"));
            xml.append("    </links>\n");
        }
        return xml.append("</workflow-metadata>\n").toString();
    }

    private static void element(final StringBuilder xml, final String name, final String text) {
        if (text != null) {
            xml.append("    <").append(name).append('>').append(escape(text)).append("</").append(name).append(">\n");
        }
    }

    static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
