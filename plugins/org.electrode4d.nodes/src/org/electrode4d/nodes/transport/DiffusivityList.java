// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.electrode4d.nodes.table.LabelValues;
import org.electrode4d.volume.LabelVolume;
import org.knime.core.node.InvalidSettingsException;

/** Diffusivities of labels in a text field: "0 = 3.01e-10, 1 = 1e-11". */
final class DiffusivityList {

    private static final String EXAMPLE = "0 = 3.01e-10, 1 = 1e-11";

    private DiffusivityList() {
    }

    /**
     * Reads labels with their diffusivities; commas, semicolons and spaces separate them.
     *
     * @param title of the field, for the message
     * @return m²/s by label
     * @throws InvalidSettingsException for anything else, a label that is named twice, or a diffusivity that is not
     *             greater than 0
     */
    static SortedMap<Integer, Double> parse(final String text, final String title) throws InvalidSettingsException {
        final SortedMap<Integer, Double> diffusivities = new TreeMap<>();
        LabelValues.parse(text, title, 1, EXAMPLE).forEach((label, values) -> diffusivities.put(label, values.get(0)));
        for (final Map.Entry<Integer, Double> diffusivity : diffusivities.entrySet()) {
            if (!(diffusivity.getValue() > 0) || Double.isInfinite(diffusivity.getValue())) {
                throw new InvalidSettingsException("The diffusivity of label " + diffusivity.getKey() + " in '" + title
                    + "' is " + diffusivity.getValue() + " m²/s, but must be greater than 0. Leave a phase out that "
                    + "does not conduct.");
            }
        }
        return diffusivities;
    }

    /** For messages: "0 (Pore), 1 (CBD)". */
    static String names(final SortedMap<Integer, Double> diffusivities, final LabelVolume phases) {
        return diffusivities.keySet().stream()
            .map(label -> label + (phases.names().containsKey(label) ? " (" + phases.name(label) + ")" : ""))
            .collect(Collectors.joining(", "));
    }
}
