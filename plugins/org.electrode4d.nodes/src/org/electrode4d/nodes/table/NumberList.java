// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;

/** Numbers in a text field: "100, 70, 35". A text, so that a flow variable can set all of them at once. */
public final class NumberList {

    private NumberList() {
    }

    /**
     * Reads the numbers; commas, semicolons and spaces separate them.
     *
     * @param title of the field, for the message
     * @throws InvalidSettingsException for anything but whole numbers greater than zero
     */
    public static List<Integer> parse(final String text, final String title) throws InvalidSettingsException {
        if (text.isBlank()) {
            return List.of();
        }
        final String[] parts = text.strip().split("[,;\\s]+");
        for (final String part : parts) {
            if (!part.matches("[1-9][0-9]{0,5}")) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + part
                    + "' is not a whole number greater than zero. Write for instance 100, 70, 35.");
            }
        }
        return Arrays.stream(parts).map(Integer::valueOf).toList();
    }

    /**
     * Reads numbers with decimal point and power of ten ({@code 1e-3}), of either sign; commas, semicolons
     * and spaces separate them.
     *
     * @param title of the field, for the message
     * @throws InvalidSettingsException for anything but numbers
     */
    public static List<Double> decimals(final String text, final String title) throws InvalidSettingsException {
        if (text.isBlank()) {
            return List.of();
        }
        final String[] parts = text.strip().split("[,;\\s]+");
        for (final String part : parts) {
            if (!part.matches("[-+]?[0-9]{1,9}(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?")) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + part
                    + "' is not a number. Write for instance 6, 14.5, 22.");
            }
        }
        return Arrays.stream(parts).map(Double::valueOf).toList();
    }
}
