// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.SortedMap;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;

/** Labels that stand for other labels, in a text field: "2 = 1, 3 = 1". */
public final class LabelMapping {

    private static final String NUMBER = "\\s*-?[0-9]{1,9}\\s*";

    private LabelMapping() {
    }

    /** @throws InvalidSettingsException for anything but pairs of whole numbers, or a label with two meanings */
    public static SortedMap<Integer, Integer> parse(final String text, final String title)
        throws InvalidSettingsException {
        final SortedMap<Integer, Integer> mapping = new TreeMap<>();
        if (text.isBlank()) {
            return mapping;
        }
        for (final String pair : text.split("[,;]")) {
            if (!pair.matches(NUMBER + "=" + NUMBER)) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + pair.strip()
                    + "' is no pair of labels. Write for instance 2 = 1, 3 = 1.");
            }
            final String[] labels = pair.split("=");
            final int from = Integer.parseInt(labels[0].strip());
            if (mapping.put(from, Integer.parseInt(labels[1].strip())) != null) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', which says twice what " + from
                    + " stands for.");
            }
        }
        return mapping;
    }
}
