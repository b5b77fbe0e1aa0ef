// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.AgeingPhase;
import org.electrode4d.phantom.AgeingSettings;
import org.electrode4d.phantom.AgeingTruth;
import org.electrode4d.phantom.PoreTruth;

/**
 * What a workflow should find on an ageing anode, figure by figure of Vorauer et al., Commun. Chem. 3, 141 (2020).
 * Quantities and phases are spelt as the measuring nodes spell them. Changes are against the pristine anode, which the
 * measuring nodes take from the first scan: they are told only if that is pristine.
 */
final class AgeingExpectation {

    /** What says which row of a measured table is meant, besides the quantity. */
    static final List<String> KEYS = List.of(ExpectedColumns.QUANTITY, "Phase", "From", "To", "Depth [µm]",
        SeriesColumns.STEP, ExpectedColumns.UNIT);

    private static final double PERCENT = 100;
    private static final String MICROMETRE = "µm";
    private static final String PHASE = "Phase";

    /** Depths at which the pores are looked at, µm; the last is that of the paper. */
    private static final double[] DEPTHS = {8, 16, 24};
    private static final double PAPER_DEPTH = 24;
    /** Of the slices whose connections the paper counts, µm. */
    private static final double PAPER_WIDTH = 97.5;

    private final AgeingSettings settings;
    private final AgeingStructure structure;
    private final List<AgeingTruths> truths;
    private final List<ExpectedRow> rows = new ArrayList<>();

    private AgeingExpectation(final AgeingSettings settings, final AgeingStructure structure,
        final List<AgeingTruths> truths) {
        this.settings = settings;
        this.structure = structure;
        this.truths = truths;
    }

    /** All rows, in the order of the figures. */
    static List<ExpectedRow> of(final AgeingSettings settings, final AgeingStructure structure,
        final List<AgeingTruths> truths) {
        final AgeingExpectation expectation = new AgeingExpectation(settings, structure, truths);
        expectation.addPieces();
        expectation.addFractions();
        if (truths.get(0).cycles() == 0) {
            expectation.addChanges();
        }
        if (settings.shape().z() > 1) {
            expectation.addDepths();
        }
        expectation.addDistances();
        return expectation.rows;
    }

    /** @param published by number of cycles */
    private ExpectedRow row(final String quantity, final String unit, final AgeingTruths truth, final double value,
        final Map<Double, Double> published) {
        return ExpectedRow.of(quantity, unit, value).with(SeriesColumns.STEP, truth.step())
            .with(ExpectedColumns.PUBLISHED, published.getOrDefault(truth.cycles(), Double.NaN));
    }

    private void add(final ExpectedRow row, final String source) {
        rows.add(row.with(ExpectedRow.SOURCE, source));
    }

    private static double ofPores(final AgeingTruths truth, final ToDoubleFunction<PoreTruth> value) {
        return truth.pores().map(value::applyAsDouble).orElse(Double.NaN);
    }

    /** The paper's sizes are of an electron micrograph. */
    private void addPieces() {
        final Map<Double, Double> sizes =
            structure == AgeingStructure.MICROGRAPH ? Map.of(0.0, 0.9, 100.0, 0.33) : Map.of();
        for (final AgeingTruths truth : truths) {
            add(row("Particles", "-", truth, truth.phases().pieces(), Map.of()), "Fig. 4d");
        }
        for (final AgeingTruths truth : truths) {
            add(row("Equivalent diameter, mean", MICROMETRE, truth, truth.phases().meanSize(), sizes), "Fig. 4");
        }
    }

    private void addFractions() {
        final boolean isMicrograph = structure == AgeingStructure.MICROGRAPH;
        for (final AgeingTruths truth : truths) {
            addFraction(truth, AgeingPhase.PORE, truth.phases().pore(), isMicrograph ? Map.of(0.0, 37.54) : Map.of(),
                "Fig. 4e");
            addFraction(truth, AgeingPhase.SEI, truth.phases().sei(), isMicrograph ? Map.of(100.0, 63.985) : Map.of(),
                "Fig. 8");
            addFraction(truth, AgeingPhase.SILICON, truth.phases().silicon(), Map.of(), "Fig. 5");
        }
    }

    private void addFraction(final AgeingTruths truth, final AgeingPhase phase, final double value,
        final Map<Double, Double> published, final String source) {
        add(row("Fraction", "%", truth, PERCENT * value, published).with(PHASE, phase.title()), source);
    }

    private void addChanges() {
        final AgeingTruths first = truths.get(0);
        for (final AgeingTruths truth : truths.subList(1, truths.size())) {
            add(change("Volume, change", AgeingPhase.PORE, truth, AgeingTruth::pore,
                Map.of(3.0, -37.2, 100.0, -58.8, 300.0, -76.5)), "Fig. 5b");
            add(change("Volume, change", AgeingPhase.SEI, truth, AgeingTruth::sei,
                Map.of(3.0, 21.8, 100.0, 33.3, 300.0, 38.2)), "Fig. 5a");
            add(row("Surface, change", "%", truth, change(ofPores(truth, PoreTruth::faces),
                ofPores(first, PoreTruth::faces)), Map.of(3.0, -40.0)).with(PHASE, AgeingPhase.PORE.title()),
                "Fig. 6c: about 40 % less, then linear");
        }
    }

    private ExpectedRow change(final String quantity, final AgeingPhase phase, final AgeingTruths truth,
        final ToDoubleFunction<AgeingTruth> part, final Map<Double, Double> published) {
        return row(quantity, "%", truth, change(part.applyAsDouble(truth.phases()),
            part.applyAsDouble(truths.get(0).phases())), published).with(PHASE, phase.title());
    }

    private static double change(final double now, final double before) {
        return PERCENT * (now / before - 1);
    }

    private void addDepths() {
        for (final double depth : DEPTHS) {
            final int slice = (int)Math.round(depth / settings.voxelSize());
            if (slice < settings.shape().z()) {
                final String place = Double.toString(slice * settings.voxelSize());
                for (final AgeingTruths truth : truths) {
                    add(row("Mean tortuosity, 26 neighbours", "-", truth,
                        ofPores(truth, pores -> pores.tortuosity()[slice]), Map.of())
                        .with("Depth [µm]", place), "Fig. 6a: constant; exponential after 300 cycles");
                }
                for (final AgeingTruths truth : truths) {
                    add(row("Connections", "-", truth, ofPores(truth, pores -> pores.connections()[slice]),
                        connections(depth)).with("Depth [µm]", place), "Fig. 6b: more than 600; single digits");
                }
            }
        }
    }

    private Map<Double, Double> connections(final double depth) {
        final double area = settings.shape().x() * settings.shape().y() * settings.voxelSize() * settings.voxelSize();
        return depth == PAPER_DEPTH && Math.abs(area / (PAPER_WIDTH * PAPER_WIDTH) - 1) < 0.01
            ? Map.of(0.0, 600.0, 300.0, 9.0) : Map.of();
    }

    private void addDistances() {
        for (final AgeingTruths truth : truths) {
            add(distance("Mean", truth, PoreTruth::meanDistance, Map.of(0.0, 3.62, 300.0, 5.37)), "Fig. 7");
        }
        for (final AgeingTruths truth : truths) {
            add(distance("Maximum", truth, PoreTruth::largestDistance, Map.of(0.0, 12.73, 300.0, 17.53)), "Fig. 7");
        }
    }

    private ExpectedRow distance(final String quantity, final AgeingTruths truth,
        final ToDoubleFunction<PoreTruth> value, final Map<Double, Double> published) {
        return row(quantity, MICROMETRE, truth, ofPores(truth, value),
            structure == AgeingStructure.MICROGRAPH ? Map.of() : published)
            .with("From", AgeingPhase.PORE.title()).with("To", AgeingPhase.SILICON.title());
    }
}
