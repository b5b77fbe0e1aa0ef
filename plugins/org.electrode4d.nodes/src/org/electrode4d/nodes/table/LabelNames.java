// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.SortedMap;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;

/** Names of labels in a text field: "1 = pore, 2 = silicon". */
public final class LabelNames {

    private LabelNames() {
    }

    /**
     * Reads names; commas, semicolons and line ends separate them.
     *
     * @param title of the field, for the message
     * @return empty for a blank text
     * @throws InvalidSettingsException for anything but labels with their names, or a label that is named twice
     */
    public static SortedMap<Integer, String> parse(final String text, final String title)
        throws InvalidSettingsException {
        final SortedMap<Integer, String> names = new TreeMap<>();
        if (text.isBlank()) {
            return names;
        }
        for (final String entry : text.strip().split("[,;\\n]")) {
            if (!entry.matches("\\s*-?[0-9]{1,9}\\s*=\\s*[^=\\s][^=]*")) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + entry.strip()
                    + "' is not a label with its name. Write for instance 1 = pore, 2 = silicon.");
            }
            final String[] sides = entry.split("=");
            if (names.put(Integer.valueOf(sides[0].strip()), sides[1].strip()) != null) {
                throw new InvalidSettingsException("Label " + sides[0].strip() + " is twice in '" + title + "'.");
            }
        }
        return names;
    }
}
