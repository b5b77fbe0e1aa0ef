// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.transport.TransportException;

/**
 * The phases that conduct. What has another label is impermeable.
 *
 * @param diffusivities m²/s by label, greater than 0
 * @param reference m²/s, to which effective diffusivities are related, such as that of the free electrolyte
 */
public record Conductors(SortedMap<Integer, Double> diffusivities, double reference) {

    private static final int MOST = 120;

    /** @throws TransportException if there is none, or for a diffusivity that is not a number greater than 0 */
    public Conductors {
        diffusivities = Collections.unmodifiableSortedMap(new TreeMap<>(diffusivities));
        if (diffusivities.isEmpty()) {
            throw new TransportException("No phase conducts. Give at least one label with its diffusivity.");
        }
        if (diffusivities.size() > MOST) {
            throw new TransportException(diffusivities.size() + " phases conduct, but at most " + MOST
                + " can. Give phases of about the same diffusivity one label.");
        }
        diffusivities.forEach((label, value) -> requirePositive(value, "The diffusivity of label " + label,
            "Leave a phase out that does not conduct."));
        requirePositive(reference, "The reference diffusivity", "Take that of the free electrolyte.");
    }

    /** One phase or several, related to the largest diffusivity of them. */
    public static Conductors of(final Map<Integer, Double> diffusivities) {
        return new Conductors(new TreeMap<>(diffusivities),
            diffusivities.values().stream().mapToDouble(Double::doubleValue).max().orElse(1));
    }

    /** One phase; effective diffusivities are in units of its own. */
    public static Conductors of(final int label) {
        return of(Map.of(label, 1.0));
    }

    int[] labels() {
        return diffusivities.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** m²/s in the order of {@link #labels()}. */
    double[] values() {
        return diffusivities.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void requirePositive(final double value, final String what, final String advice) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new TransportException(what + " is " + value + " m²/s, but must be a number greater than 0. "
                + advice);
        }
    }
}
