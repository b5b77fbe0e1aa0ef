// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.transport.diffusion.DiffusivityRule;
import org.electrode4d.transport.diffusion.ProbePoint;
import org.electrode4d.transport.diffusion.SolvedPhase;
import org.electrode4d.volume.Point;
import org.knime.core.node.InvalidSettingsException;

/** Phases, times and places in text fields. */
final class DiffusionText {

    private static final String NUMBER = "[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,3})?";
    private static final String SEPARATOR = "[,\\s]+";

    private DiffusionText() {
    }

    /**
     * Reads phases: {@code 1 = 0.64; 3 = 0.2, 1e-13}.
     *
     * @param diffusivity of phases that have none of their own, m²/s
     */
    static List<SolvedPhase> phases(final String text, final double diffusivity, final DiffusivityRule rule)
        throws InvalidSettingsException {
        final List<SolvedPhase> phases = new ArrayList<>();
        for (final String part : parts(text)) {
            final String[] sides = part.split("=", -1);
            final String[] values = sides.length == 2 ? sides[1].strip().split(SEPARATOR) : new String[0];
            if (sides.length != 2 || !sides[0].strip().matches("[0-9]{1,9}") || values.length < 1 || values.length > 2
                || !Arrays.stream(values).allMatch(value -> value.matches(NUMBER))) {
                throw new InvalidSettingsException("'Solved phases' is '" + text + "', but '" + part
                    + "' is not a label with its porosity. Write for instance 1 = 0.64; 3 = 0.2, 1e-13.");
            }
            final double porosity = Double.parseDouble(values[0]);
            phases.add(phase(Integer.parseInt(sides[0].strip()), porosity,
                values.length == 2 ? Double.parseDouble(values[1]) : diffusivity, rule));
        }
        if (phases.isEmpty()) {
            throw new InvalidSettingsException("'Solved phases' is empty. Write for instance 1 = 0.64.");
        }
        return phases;
    }

    private static SolvedPhase phase(final int label, final double porosity, final double diffusivity,
        final DiffusivityRule rule) {
        new SolvedPhase(label, porosity, diffusivity);
        return new SolvedPhase(label, porosity, rule.effective(diffusivity, porosity));
    }

    private static List<String> parts(final String text) {
        return Arrays.stream(text.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Reads times: {@code 2, 10, 1e2}. */
    static double[] times(final String text) throws InvalidSettingsException {
        if (text.isBlank()) {
            return new double[0];
        }
        return numbers(text, text, "Output times [s]", "2, 10, 100");
    }

    private static double[] numbers(final String part, final String text, final String title, final String example)
        throws InvalidSettingsException {
        final String[] numbers = part.strip().split(SEPARATOR);
        for (final String number : numbers) {
            if (!number.matches(NUMBER)) {
                throw new InvalidSettingsException("'" + title + "' is '" + text + "', but '" + number
                    + "' is not a number. Write for instance " + example + ".");
            }
        }
        return Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
    }

    /** Reads places: {@code I: 1, 2, 3; II: 4, 5, 6}. Those without a name are numbered. */
    static List<ProbePoint> probes(final String text) throws InvalidSettingsException {
        final List<ProbePoint> probes = new ArrayList<>();
        for (final String part : parts(text)) {
            final int colon = part.lastIndexOf(':');
            final double[] place = numbers(part.substring(colon + 1), text, "Probes [µm]", "I: 1, 2, 3; II: 4, 5, 6");
            if (place.length != 3) {
                throw new InvalidSettingsException("'Probes [µm]' is '" + text + "', but '" + part
                    + "' does not have the three coordinates x, y and z. Write for instance I: 1, 2, 3; II: 4, 5, 6.");
            }
            final String name = colon < 0 ? "" : part.substring(0, colon).strip();
            probes.add(new ProbePoint(name.isEmpty() ? Integer.toString(probes.size() + 1) : name,
                new Point(place[0], place[1], place[2])));
        }
        if (probes.stream().map(ProbePoint::name).distinct().count() < probes.size()) {
            throw new InvalidSettingsException("'Probes [µm]' is '" + text
                + "', in which two probes have one name. Give each its own.");
        }
        return probes;
    }
}
