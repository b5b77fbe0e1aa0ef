// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a configuration of its XML form. External entities, such as the DTD of old files, are never fetched. */
final class ConfigXmlHandler extends DefaultHandler {

    private final Deque<ConfigBase> open = new ArrayDeque<>();

    private boolean atRoot = true;

    ConfigXmlHandler(final ConfigBase root) {
        open.push(root);
    }

    @Override
    public void startElement(final String uri, final String localName, final String name,
        final Attributes attributes) throws SAXException {
        if ("entry".equals(name)) {
            open.peek().addEntry(entry(attributes));
        } else if (!"config".equals(name)) {
            throw new SAXException("Expected a tag config or entry, found " + name);
        } else if (atRoot) {
            atRoot = false;
            open.peek().setKey(attributes.getValue("key"));
        } else {
            open.push(open.peek().addConfigBase(attributes.getValue("key")));
        }
    }

    private static AbstractConfigEntry entry(final Attributes attributes) throws SAXException {
        String key = attributes.getValue("key");
        String type = attributes.getValue("type");
        String value = attributes.getValue("value");
        boolean isNull = value == null || "true".equals(attributes.getValue("isnull"));
        try {
            return ConfigEntries.valueOf(type).createEntry(key, isNull ? null : ConfigXml.unescape(value));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new SAXException("Key \"" + key + "\": \"" + value + "\" is no value of type " + type, e);
        }
    }

    @Override
    public void endElement(final String uri, final String localName, final String name) {
        if ("config".equals(name)) {
            open.pop();
        }
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw e;
    }

    @Override
    public InputSource resolveEntity(final String publicId, final String systemId) {
        return new InputSource(new StringReader(""));
    }
}
