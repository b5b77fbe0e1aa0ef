// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.electrode4d.volume.LabelVolume;
import org.knime.core.node.InvalidSettingsException;

/** Diffusivities of labels in a text field: "0 = 3.01e-10, 1 = 1e-11". */
final class DiffusivityList {

    private static final String EXAMPLE = "Write for instance 0 = 3.01e-10, 1 = 1e-11.";

    private DiffusivityList() {
    }

    /**
     * Reads labels with their diffusivities; commas and semicolons separate them.
     *
     * @param title of the field, for the message
     * @return m²/s by label
     * @throws InvalidSettingsException for anything else, a label that is named twice, or a diffusivity that is not
     *             greater than 0
     */
    static SortedMap<Integer, Double> parse(final String text, final String title) throws InvalidSettingsException {
        final SortedMap<Integer, Double> diffusivities = new TreeMap<>();
        for (final String part : text.split("[,;]")) {
            final String[] sides = part.strip().split("\\s*=\\s*", -1);
            if (sides.length != 2 || !sides[0].matches("-?[0-9]{1,9}")
                || !sides[1].matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?")) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + part.strip()
                    + "' is not a label with its diffusivity. " + EXAMPLE);
            }
            final double value = Double.parseDouble(sides[1]);
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new InvalidSettingsException("The diffusivity of label " + sides[0] + " in '" + title + "' is "
                    + sides[1] + " m²/s, but must be greater than 0. Leave a phase out that does not conduct.");
            }
            if (diffusivities.put(Integer.valueOf(sides[0]), value) != null) {
                throw new InvalidSettingsException("Label " + sides[0] + " is twice in '" + title + "'.");
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
