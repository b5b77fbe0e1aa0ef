// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a program did on a pair: what was measured of it. */
record Figures(PairCase pair, String program, Map<Quantity, Figure> values) {

    private static final List<Quantity> MEANS = List.of(Quantity.MEAN_X, Quantity.MEAN_Y, Quantity.MEAN_Z);
    private static final List<Quantity> DEVIATIONS = List.of(Quantity.SD_X, Quantity.SD_Y, Quantity.SD_Z);

    Figures {
        values = new EnumMap<>(values);
    }

    /** An empty table with the heads of {@link #cells}. */
    static MarkdownTable table() {
        return new MarkdownTable("edge", "case", "program", "nodes / in view", "converged, %",
            "mean error x y z", "standard deviation x y z", "rms", "F rms", "strain rms", "iterations",
            "CPU, ms/node", "wall, s", "registration, CPU s");
    }

    List<String> cells() {
        return List.of(Integer.toString(pair.edge()), pair.title(), program,
            text(Quantity.NODES) + " / " + text(Quantity.IN_VIEW), text(Quantity.CONVERGED), text(MEANS),
            text(DEVIATIONS), text(Quantity.RMS), text(Quantity.F_RMS), text(Quantity.STRAIN_RMS),
            text(Quantity.ITERATIONS), text(Quantity.CPU), text(Quantity.WALL), text(Quantity.REGISTRATION));
    }

    private String text(final List<Quantity> quantities) {
        return quantities.stream().map(this::text).collect(Collectors.joining(" "));
    }

    private String text(final Quantity quantity) {
        return values.containsKey(quantity) ? values.get(quantity).text() : "";
    }

    Optional<Figure> get(final Quantity quantity) {
        return Optional.ofNullable(values.get(quantity));
    }

    /** The number, NaN where it was not measured. */
    double value(final Quantity quantity) {
        return get(quantity).map(Figure::value).orElse(Double.NaN);
    }

    /** The largest magnitude of the three mean errors, in voxels. */
    double worstMean() {
        return MEANS.stream().mapToDouble(q -> Math.abs(value(q))).max().orElse(Double.NaN) / 1e3;
    }

    /** The standard deviations along x, y, z over those of another program, in the worst case for this one. */
    double worstDeviationOver(final Figures other) {
        return DEVIATIONS.stream().mapToDouble(q -> value(q) / other.values.get(q).atMost()).max().orElse(Double.NaN);
    }
}
