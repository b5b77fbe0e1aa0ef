// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.phase.PhaseMeasurement;
import org.electrode4d.transport.phase.PhasePair;
import org.electrode4d.transport.phase.PhaseTriple;

/**
 * The scans of a series with what was measured of their phases; changes are related to the first of them.
 *
 * @param scans in the order of the series
 */
record MeasuredPhases(List<Scan> scans) {

    private static final double SAME_VOLUME = 1e-9;

    /** A scan and its phases. */
    record Scan(ScanStep step, PhaseMeasurement phases) {
    }

    /** Copies the list. */
    MeasuredPhases {
        scans = List.copyOf(scans);
    }

    PhaseMeasurement first() {
        return scans.get(0).phases();
    }

    /** All phases of all scans, and what they are called: a name of the first scan that has one. */
    SortedMap<Integer, String> names() {
        final SortedMap<Integer, String> names = new TreeMap<>();
        for (final Scan scan : scans) {
            for (final int label : scan.phases.labels()) {
                final String name = scan.phases.name(label);
                names.merge(label, name, (known, other) -> known.equals("Label " + label) ? other : known);
            }
        }
        return names;
    }

    SortedSet<PhasePair> pairs() {
        return all(PhaseMeasurement::pairs);
    }

    SortedSet<PhaseTriple> triples() {
        return all(PhaseMeasurement::triples);
    }

    private <T> SortedSet<T> all(final Function<PhaseMeasurement, SortedSet<T>> of) {
        final SortedSet<T> all = new TreeSet<>();
        scans.forEach(scan -> all.addAll(of.apply(scan.phases)));
        return all;
    }

    /** Tells of phases that have no change, and of scans that cannot be compared in µm² and µm³. */
    void warn(final Warnings warnings) {
        if (scans.isEmpty()) {
            return;
        }
        final String first = scans.get(0).step.name();
        names().forEach((label, name) -> warnings.add(first().volume(label) > 0 ? null : name + " is not in " + first
            + ", so that its changes are missing."));
        final double volume = first().sampleVolume();
        for (final Scan scan : scans) {
            if (Math.abs(scan.phases.sampleVolume() / volume - 1) > SAME_VOLUME) {
                warnings.add(scan.step.name() + " is " + NumberText.of(scan.phases.sampleVolume()) + " µm³ large, but "
                    + first + " " + NumberText.of(volume) + " µm³: compare fractions and specific surfaces, not "
                    + "volumes and surfaces, or crop the scans alike.");
                return;
            }
        }
    }
}
