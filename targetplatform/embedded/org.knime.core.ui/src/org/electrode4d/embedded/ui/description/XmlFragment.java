// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Descriptive texts, which are XML without a root element. */
final class XmlFragment {

    private XmlFragment() {
    }

    static DocumentBuilder builder() {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("There is no XML parser.", e);
        }
    }

    /**
     * @param text a text
     * @return its root element
     * @throws IllegalStateException if it is not well-formed XML
     */
    static Element parse(final String text) {
        try {
            return builder().parse(new InputSource(new StringReader("<fragment>" + text + "</fragment>")))
                .getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("The node description is not well-formed XML (write < as &lt; and & as "
                + "&amp;): " + e.getMessage() + " In: " + text, e);
        }
    }

    static DocumentFragment of(final String text, final Document document) {
        final Element root = parse(text);
        final DocumentFragment fragment = document.createDocumentFragment();
        IntStream.range(0, root.getChildNodes().getLength())
            .forEach(i -> fragment.appendChild(document.importNode(root.getChildNodes().item(i), true)));
        return fragment;
    }

    /** Reports nothing, because the parser throws as well. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(final SAXParseException exception) {
            // the text is well-formed nevertheless
        }

        @Override
        public void error(final SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(final SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
