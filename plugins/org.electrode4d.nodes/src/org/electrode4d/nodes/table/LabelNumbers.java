// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;

/** Labels in a text field: "0, 3". */
public final class LabelNumbers {

    private LabelNumbers() {
    }

    /**
     * Reads labels; commas, semicolons and spaces separate them.
     *
     * @param title of the field, for the message
     * @throws InvalidSettingsException for anything but whole numbers
     */
    public static List<Integer> parse(final String text, final String title) throws InvalidSettingsException {
        final List<Integer> labels = new ArrayList<>();
        for (final String part : text.strip().split("[,;\\s]+")) {
            if (!part.isEmpty() && !part.matches("-?[0-9]{1,9}")) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + part
                    + "' is not a whole number. Write for instance 0, 3.");
            }
            if (!part.isEmpty()) {
                labels.add(Integer.valueOf(part));
            }
        }
        return labels;
    }
}
