// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;

/** What is known of a cell, one {@code title: value} a line. */
final class MetadataText {

    private MetadataText() {
    }

    /**
     * Reads lines; empty ones are left out.
     *
     * @param where they are, for messages
     */
    static Map<String, String> parse(final String text, final String where) throws InvalidSettingsException {
        final Map<String, String> values = new LinkedHashMap<>();
        int number = 0;
        for (final String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            final int colon = line.indexOf(": ") >= 0 ? line.indexOf(": ") : line.indexOf(':');
            if (colon <= 0 || line.substring(0, colon).isBlank()) {
                throw new InvalidSettingsException("Line " + number + " of " + where + " is '" + line
                    + "'. Write 'title: value', for instance 'Stack pressure [MPa]: 0.3'.");
            }
            values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return values;
    }

    static String format(final Map<String, String> values) {
        return values.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue().replaceAll("\\R", " "))
            .collect(Collectors.joining("\n"));
    }
}
