// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A section of a template, read field by field. Fields without a value are collected, to be told all at once. */
final class TemplateFields {

    private final String file;
    private final String path;
    private final Map<?, ?> values;
    private final List<String> empty;
    private final Set<String> known = new HashSet<>();

    private TemplateFields(final String file, final String path, final Map<?, ?> values, final List<String> empty) {
        this.file = file;
        this.path = path;
        this.values = values;
        this.empty = empty;
    }

    /** The whole of a file, as YAML reads it. */
    static TemplateFields of(final String file, final Object yaml) throws IOException {
        if (yaml instanceof Map<?, ?> map) {
            return new TemplateFields(file, "", map, new ArrayList<>());
        }
        throw new IOException("The template " + file + " is no list of fields with values.");
    }

    private Object value(final String name) {
        known.add(name);
        final Object value = values.get(name);
        if (value == null || value.equals("")) {
            empty.add(path + name);
            return null;
        }
        return value;
    }

    TemplateFields section(final String name) throws IOException {
        known.add(name);
        return section(path + name, values.get(name));
    }

    private TemplateFields section(final String name, final Object value) throws IOException {
        if (value != null && !(value instanceof Map)) {
            throw wrong(name, value, "fields with values");
        }
        return new TemplateFields(file, name + ".", value == null ? Map.of() : (Map<?, ?>)value, empty);
    }

    List<TemplateFields> sections(final String name) throws IOException {
        final List<TemplateFields> sections = new ArrayList<>();
        for (final Object value : list(name)) {
            sections.add(section(path + name + "[" + sections.size() + "]", value));
        }
        return sections;
    }

    List<String> texts(final String name) throws IOException {
        final List<String> texts = new ArrayList<>();
        for (final Object value : list(name)) {
            if (value == null || value.equals("")) {
                empty.add(path + name + "[" + texts.size() + "]");
            }
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    private List<?> list(final String name) throws IOException {
        final Object value = value(name);
        if (value != null && !(value instanceof List)) {
            throw wrong(path + name, value, "a list");
        }
        return value == null ? List.of() : (List<?>)value;
    }

    String text(final String name) {
        final Object value = value(name);
        return value == null ? "" : value.toString();
    }

    double number(final String name) throws IOException {
        final Object value = value(name);
        if (value != null && !(value instanceof Number)) {
            throw wrong(path + name, value, "a number");
        }
        return value == null ? 0 : ((Number)value).doubleValue();
    }

    boolean flag(final String name) throws IOException {
        final Object value = value(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(path + name, value, "true or false");
        }
        return value != null && (Boolean)value;
    }

    /** One of some words, by its index; 0 if there is no value. */
    int choice(final String name, final List<String> words) throws IOException {
        final Object value = value(name);
        final int index = value == null ? 0 : words.indexOf(value.toString());
        if (index < 0) {
            throw wrong(path + name, value, "one of " + String.join(", ", words));
        }
        return index;
    }

    /** A regular expression that has some named groups. */
    Pattern pattern(final String name, final String... groups) throws IOException {
        final String text = text(name);
        try {
            final Pattern pattern = Pattern.compile(text);
            for (final String group : groups) {
                if (!text.isEmpty() && !text.contains("(?<" + group + ">")) {
                    throw wrong(path + name, text, "a regular expression with the group (?<" + group + ">...)");
                }
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IOException("The field " + path + name + " of the template " + file + " is \"" + text
                + "\", which is no regular expression: " + e.getDescription() + ".", e);
        }
    }

    /** A list that may not be empty, though other ones may. */
    void mustHave(final String name) {
        if (!empty.contains(path + name)) {
            empty.add(path + name);
        }
    }

    IOException wrong(final String name, final Object value, final String expected) {
        return new IOException("The field " + name + " of the template " + file + " is \"" + value + "\"; expected "
            + expected + ".");
    }

    String path() {
        return path;
    }

    /** Refuses fields that nobody has asked for: one of them is a misspelt other one. */
    void refuseOthers() throws IOException {
        for (final Object name : values.keySet()) {
            if (!known.contains(name)) {
                throw new IOException("The template " + file + " has the unknown field " + path + name + "; known are "
                    + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
    }

    /** Refuses a template with fields that have no value. */
    void refuseEmpty() throws IOException {
        if (!empty.isEmpty()) {
            throw new IOException("The template " + file + " has no value for " + String.join(", ", empty)
                + ". Fill in from the vendor's documentation; an empty list is written [].");
        }
    }
}
