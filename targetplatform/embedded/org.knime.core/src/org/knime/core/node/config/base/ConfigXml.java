// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The XML form of a configuration, as in {@code settings.xml}. The JDK's own serializer does the layout, because it is
 * the one whose indentation and entities the files of KNIME show.
 */
final class ConfigXml {

    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private ConfigXml() {
    }

    static void read(final ConfigBase config, final InputStream in) throws IOException {
        try {
            XMLReader reader = SAXParserFactory.newDefaultInstance().newSAXParser().getXMLReader();
            ConfigXmlHandler handler = new ConfigXmlHandler(config);
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.parse(new InputSource(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("Cannot read configuration: " + e.getMessage(), e);
        }
    }

    static void write(final ConfigBase config, final OutputStream out) throws IOException {
        try (OutputStream buffered = new BufferedOutputStream(out)) {
            buffered.write(HEADER.getBytes(StandardCharsets.UTF_8));
            TransformerHandler handler = handler();
            handler.setResult(new StreamResult(buffered));
            handler.startDocument();
            AttributesImpl root = new AttributesImpl();
            add(root, "xmlns", NAMESPACE);
            add(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            add(root, "xsi:schemaLocation", NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd");
            write(config, root, handler);
            handler.endDocument();
        } catch (SAXException | TransformerConfigurationException e) {
            throw new IOException("Cannot write configuration \"" + config.getKey() + "\": " + e.getMessage(), e);
        }
    }

    private static TransformerHandler handler() throws TransformerConfigurationException {
        TransformerHandler handler =
            ((SAXTransformerFactory)TransformerFactory.newDefaultInstance()).newTransformerHandler();
        handler.getTransformer().setOutputProperty(OutputKeys.METHOD, "xml");
        handler.getTransformer().setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        handler.getTransformer().setOutputProperty(OutputKeys.INDENT, "yes");
        handler.getTransformer().setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        return handler;
    }

    private static void write(final ConfigBase config, final AttributesImpl attributes,
        final TransformerHandler handler) throws SAXException {
        add(attributes, "key", config.getKey());
        handler.startElement("", "", "config", attributes);
        for (String key : config) {
            AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase) {
                write((ConfigBase)entry, new AttributesImpl(), handler);
            } else if (entry.getType() != ConfigEntries.xtransientstring) {
                handler.startElement("", "", "entry", attributes(entry));
                handler.endElement("", "", "entry");
            }
        }
        handler.endElement("", "", "config");
    }

    private static AttributesImpl attributes(final AbstractConfigEntry entry) {
        AttributesImpl attributes = new AttributesImpl();
        add(attributes, "key", entry.getKey());
        add(attributes, "type", entry.getType().name());
        String value = entry.toStringValue();
        if (value == null) {
            add(attributes, "isnull", "true");
        }
        add(attributes, "value", value == null ? "" : escape(value));
        return attributes;
    }

    private static void add(final AttributesImpl attributes, final String name, final String value) {
        attributes.addAttribute("", "", name, "CDATA", value);
    }

    /** Characters that XML cannot hold, and the first of two percent signs, become %% and five decimal digits. */
    static String escape(final String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean percent = c == '%' && i + 1 < value.length() && value.charAt(i + 1) == '%';
            if (c < ' ' || c > 0xd7ff || percent) {
                escaped.append("%%").append(String.format("%05d", (int)c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(final String value) {
        StringBuilder plain = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            if (isEscape(value, i)) {
                plain.append((char)Integer.parseInt(value.substring(i + 2, i + 7)));
                i += 7;
            } else {
                plain.append(value.charAt(i++));
            }
        }
        return plain.toString();
    }

    private static boolean isEscape(final String value, final int start) {
        return value.startsWith("%%", start) && value.length() >= start + 7
            && value.chars().skip(start + 2L).limit(5).allMatch(c -> c >= '0' && c <= '9');
    }
}
