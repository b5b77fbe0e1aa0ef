// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Settings as KNIME stores them in XML (XMLConfig 2008): values by key, and groups of them. Passwords, and values whose
 * key says that they are secret, are never read.
 */
public final class SettingsTree {

    /** What stands in place of a secret. */
    public static final String SECRET = "(not shown)";

    private static final Pattern SECRET_KEY =
        Pattern.compile("(?i).*(password|passwd|passphrase|secret|credential|token|api_?key).*");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, SettingsTree> groups = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();

    private SettingsTree(final Element config) {
        for (Node child = config.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.hasAttribute("key")) {
                final String key = element.getAttribute("key");
                order.add(key);
                if (element.getTagName().equals("config")) {
                    groups.put(key, new SettingsTree(element));
                } else {
                    values.put(key, value(key, element));
                }
            }
        }
    }

    private static String value(final String key, final Element entry) {
        if (entry.getAttribute("type").equals("xpassword") || isSecret(key)) {
            return entry.getAttribute("value").isEmpty() ? "" : SECRET;
        }
        return Boolean.parseBoolean(entry.getAttribute("isnull")) ? "" : unescape(entry.getAttribute("value"));
    }

    /** Whether a name says that its value must not be shown. */
    public static boolean isSecret(final String name) {
        return SECRET_KEY.matcher(name).matches();
    }

    /** KNIME writes control characters as {@code %%00010}. */
    private static String unescape(final String value) {
        return Pattern.compile("%%(\\d{5})").matcher(value).replaceAll(code -> Matcher
            .quoteReplacement(String.valueOf((char)Integer.parseInt(code.group(1)))));
    }

    /** Reads a file. */
    public static SettingsTree read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads settings; document types, which could draw in other files, are refused.
     *
     * @param name of the source, for messages
     */
    public static SettingsTree read(final InputStream in, final String name) throws IOException {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the default one prints
            return new SettingsTree(builder.parse(in).getDocumentElement());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(name + " are no settings: " + e.getMessage(), e);
        }
    }

    /** The value of a key; empty where it is missing. */
    public String value(final String key) {
        return values.getOrDefault(key, "");
    }

    /** The value of a key as a number; 0 where it is none. */
    public int number(final String key) {
        final String value = value(key);
        return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** A group; nothing where it is missing. */
    public Optional<SettingsTree> group(final String key) {
        return Optional.ofNullable(groups.get(key));
    }

    /** All groups in the order of the file. */
    public List<SettingsTree> groups() {
        return List.copyOf(groups.values());
    }

    /** All keys, those of groups too, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(order);
    }

    /** The elements of an array; empty where this is none. */
    public Optional<List<String>> elements() {
        if (!values.containsKey("array-size")) {
            return Optional.empty();
        }
        return Optional.of(order.stream().filter(key -> key.matches("\\d+")).map(this::value).toList());
    }

    /**
     * All values below, with their path: keys with dots between them, as in {@code noise.amplitude}. Arrays have one
     * value, their elements with commas between them.
     */
    public Map<String, String> flat() {
        final Map<String, String> flat = new LinkedHashMap<>();
        flatten("", flat);
        return flat;
    }

    private void flatten(final String prefix, final Map<String, String> flat) {
        for (final String key : order) {
            final SettingsTree group = groups.get(key);
            if (key.endsWith("_Internals")) {
                continue; // what KNIME keeps beside a setting for its dialogs
            } else if (group == null) {
                flat.put(prefix + key, values.get(key));
            } else if (group.elements().isPresent()) {
                flat.put(prefix + key, isSecret(key) ? SECRET : String.join(", ", group.elements().get()));
            } else {
                group.flatten(prefix + key + ".", flat);
            }
        }
    }
}
