// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.table.LabelValues;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.transport.diffusion.DiffusivityRule;
import org.electrode4d.transport.diffusion.ProbePoint;
import org.electrode4d.transport.diffusion.SolvedPhase;
import org.electrode4d.volume.Point;
import org.knime.core.node.InvalidSettingsException;

/** Phases, times and places in text fields. */
final class DiffusionText {

    private static final String PROBES = "Probes [µm]";

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
        LabelValues.parse(text, "Solved phases", 2, "1 = 0.64; 3 = 0.2, 1e-13").forEach((label, values) -> phases
            .add(phase(label, values.get(0), values.size() == 2 ? values.get(1) : diffusivity, rule)));
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
        return NumberList.decimals(text, "Output times [s]").stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Reads places: {@code I: 1, 2, 3; II: 4, 5, 6}. Those without a name are numbered. */
    static List<ProbePoint> probes(final String text) throws InvalidSettingsException {
        final List<ProbePoint> probes = new ArrayList<>();
        for (final String part : parts(text)) {
            final int colon = part.lastIndexOf(':');
            final List<Double> place = NumberList.decimals(part.substring(colon + 1), PROBES);
            if (place.size() != 3) {
                throw new InvalidSettingsException("'" + PROBES + "' is '" + text + "', but '" + part
                    + "' does not have the three coordinates x, y and z. Write for instance I: 1, 2, 3; II: 4, 5, 6.");
            }
            final String name = colon < 0 ? "" : part.substring(0, colon).strip();
            probes.add(new ProbePoint(name.isEmpty() ? Integer.toString(probes.size() + 1) : name,
                new Point(place.get(0), place.get(1), place.get(2))));
        }
        if (probes.stream().map(ProbePoint::name).distinct().count() < probes.size()) {
            throw new InvalidSettingsException("'" + PROBES + "' is '" + text
                + "', in which two probes have one name. Give each its own.");
        }
        return probes;
    }
}
