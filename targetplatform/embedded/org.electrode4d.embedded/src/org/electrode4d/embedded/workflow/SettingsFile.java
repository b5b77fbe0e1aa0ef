// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.knime.core.node.NodeSettings;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and writes one settings file (XMLConfig 2008); errors name file, line and column. */
final class SettingsFile {

    private SettingsFile() {
    }

    /**
     * Reads a settings file.
     *
     * @throws WorkflowFormatException if the file is absent or is not well-formed
     */
    static NodeSettings read(final Path file) throws IOException {
        final byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new WorkflowFormatException(file, "the file is missing",
                "Restore it or copy the workflow folder anew.", e);
        }
        checkWellFormed(file, bytes);
        try {
            return (NodeSettings)NodeSettings.loadFromXML(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new WorkflowFormatException(file, "is XML, but not KNIME settings: " + e.getMessage(),
                "Restore the file or save the workflow anew.", e);
        }
    }

    static void write(final Path file, final NodeSettings settings) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.saveToXML(out);
        }
    }

    private static void checkWellFormed(final Path file, final byte[] bytes) throws IOException {
        try {
            final SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), new DefaultHandler());
        } catch (SAXParseException e) {
            throw new WorkflowFormatException(file, "line " + e.getLineNumber() + ", column " + e.getColumnNumber()
                + ": " + e.getMessage(), "Expected well-formed XML; restore the file or correct that line.", e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file + ": no XML parser: " + e.getMessage(), e);
        }
    }
}
