// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;

/**
 * Numbers of labels in a text field: "0 = 3.01e-10, 1 = 1e-11", or with several numbers each, "1 = 0.64; 3 = 0.2,
 * 1e-13".
 */
public final class LabelValues {

    private static final String LABEL = "-?[0-9]{1,9}";
    private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?";

    private LabelValues() {
    }

    /**
     * Reads labels with their numbers; commas, semicolons and spaces separate both numbers and labels.
     *
     * @param title of the field, for the message
     * @param most numbers of one label; it has at least one
     * @param example what to write, for the message: "0 = 3.01e-10, 1 = 1e-11"
     * @return at least one label
     * @throws InvalidSettingsException for anything else, and for a label that is named twice
     */
    public static SortedMap<Integer, List<Double>> parse(final String text, final String title, final int most,
        final String example) throws InvalidSettingsException {
        final SortedMap<Integer, List<Double>> values = new TreeMap<>();
        // an entry begins where a label and its = do
        for (final String entry : text.strip().split("[,;\\s]+(?=[^,;=\\s]+\\s*=)")) {
            final String[] sides = entry.split("=", -1);
            final String[] numbers = sides.length == 2 ? sides[1].strip().split("[,;\\s]+") : new String[0];
            if (sides.length != 2 || !sides[0].strip().matches(LABEL) || numbers.length > most
                || !Arrays.stream(numbers).allMatch(number -> number.matches(NUMBER))) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + entry
                    + "' is not a label with its value. Write for instance " + example + ".");
            }
            final List<Double> ofLabel = Arrays.stream(numbers).map(Double::valueOf).toList();
            if (values.put(Integer.valueOf(sides[0].strip()), ofLabel) != null) {
                throw new InvalidSettingsException("Label " + sides[0].strip() + " is twice in '" + title + "'.");
            }
        }
        return values;
    }
}
