// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.acquisition.cycler.CellVerdict.Outcome;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * Whether identically assembled cells behave alike: "at least four out of five identically assembled cells exhibit
 * consistent electrochemical behaviour under cycling" (Häusler et al., EES Batteries 2026, supplement, Note 2 and
 * Fig. S4). The paper does not say what consistent means; the figures ({@link PreTestFigure}) and the criteria
 * ({@link PreTestCriteria}) are ours.
 *
 * <p>A cell is</p>
 * <ul>
 * <li>an <b>open circuit</b>, if no load flowed, or if the first sample that charges has reached the upper cut-off
 * potential already and less than 1 % of the median charge capacity was taken up in all;</li>
 * <li>a <b>short circuit</b>, if its lowest potential under load is below the limit;</li>
 * <li><b>deviating</b>, if a figure is farther from the median than its tolerance, or missing;</li>
 * <li><b>consistent</b> otherwise.</li>
 * </ul>
 * <p>Medians are of the cells that are neither open nor short circuits. A figure that fewer than three of them have is
 * judged for no cell, and the reasons say so; a cell of which nothing can be judged is undecided, never consistent.</p>
 *
 * @param cells verdict of each, in their order
 * @param median curve that the cells are compared with; empty where there is none
 * @param upperCutOff potential in volt that the figures refer to; NaN without a charge
 * @param outcome CONSISTENT, DEVIATING or, with too few cells, UNDECIDED
 * @param reason for it, in a sentence
 */
public record PreTest(List<CellVerdict> cells, ChargeCurve median, double upperCutOff, Outcome outcome, String reason) {

    /** Copies the cells. */
    public PreTest {
        cells = List.copyOf(cells);
    }

    /** Compares cells. The work grows linearly with the number of samples. */
    public static PreTest of(final List<CyclingSeries> cells, final PreTestCriteria criteria, final Progress progress) {
        final List<CellPhases> phases = new ArrayList<>();
        for (final CyclingSeries cell : cells) {
            progress.check();
            phases.add(new CellPhases(cell, criteria.limits().restCurrent()));
        }
        final double upper = upperCutOff(phases, criteria);
        final List<CellFigures> figures = new ArrayList<>();
        for (final CellPhases cell : phases) {
            progress.check();
            figures.add(CellMeasurement.of(cell, upper, criteria.limits().settling()));
        }
        return new CellComparison(phases, figures, criteria, upper).judge();
    }

    private static double upperCutOff(final List<CellPhases> phases, final PreTestCriteria criteria) {
        if (!Double.isNaN(criteria.limits().upperCutOff())) {
            return criteria.limits().upperCutOff();
        }
        return OrderStatistics.quantile(phases.stream().filter(cell -> cell.charging().length > 0)
            .mapToDouble(cell -> Arrays.stream(cell.charging()).mapToDouble(cell.series()::potential).max()
                .orElseThrow()).sorted().toArray(), 0.5);
    }
}
