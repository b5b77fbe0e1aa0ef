// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.electrode4d.acquisition.cycler.CellVerdict.Outcome;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * Compares the figures of cells.
 *
 * @param phases of the cells
 * @param figures of the cells, as many; their distance from the median curve is added
 * @param criteria when cells are consistent
 * @param upper cut-off potential in volt
 */
record CellComparison(List<CellPhases> phases, List<CellFigures> figures, PreTestCriteria criteria,
    double upper) {

    private static final int FEWEST = 3;
    private static final double SCALED = 1.4826;
    private static final double UNCHARGED = 0.01;

    PreTest judge() {
        final double capacity = median(figures, PreTestFigure.CHARGE_CAPACITY);
        final List<Outcome> failed = new ArrayList<>();
        final List<CellFigures> usable = new ArrayList<>();
        final List<ChargeCurve> curves = phases.stream().map(ChargeCurve::of).toList();
        final List<ChargeCurve> compared = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            failed.add(outright(i, capacity));
            if (failed.get(i) == Outcome.CONSISTENT) {
                usable.add(figures.get(i));
                compared.add(curves.get(i));
            }
        }
        final ChargeCurve middle = ChargeCurve.median(compared);
        for (int i = 0; i < compared.size(); i++) {
            compare(usable.get(i), compared.get(i), middle);
        }
        final List<CellVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            verdicts.add(failed.get(i) == Outcome.CONSISTENT ? judge(i, curves.get(i), usable)
                : new CellVerdict(name(i), figures.get(i), curves.get(i), failed.get(i),
                    List.of(why(failed.get(i), i))));
        }
        return verdict(verdicts, middle);
    }

    private String name(final int i) {
        return phases.get(i).series().name();
    }

    private Outcome outright(final int i, final double capacity) {
        final CellPhases cell = phases.get(i);
        if (cell.load == cell.series().size()) {
            return Outcome.OPEN_CIRCUIT;
        }
        final boolean atOnce = cell.charge < cell.series().size()
            && cell.series().potential(cell.charge) >= upper - CellMeasurement.REACHED;
        if (atOnce && figures.get(i).get(PreTestFigure.CHARGE_CAPACITY) < UNCHARGED * capacity) {
            return Outcome.OPEN_CIRCUIT;
        }
        return figures.get(i).get(PreTestFigure.LOWEST_POTENTIAL) < criteria.limits().shortPotential()
            ? Outcome.SHORT_CIRCUIT : Outcome.CONSISTENT;
    }

    private String why(final Outcome outcome, final int i) {
        if (outcome == Outcome.SHORT_CIRCUIT) {
            return String.format(Locale.ROOT, "its potential under load falls to %.3f V, below %.3f V",
                figures.get(i).get(PreTestFigure.LOWEST_POTENTIAL), criteria.limits().shortPotential());
        }
        return phases.get(i).load == phases.get(i).series().size() ? "no current flowed"
            : String.format(Locale.ROOT, "it reached the upper cut-off of %.3f V at once, without taking up charge",
                upper);
    }

    private static void compare(final CellFigures cell, final ChargeCurve curve, final ChargeCurve middle) {
        final double distance = curve.distance(middle);
        if (Double.isNaN(distance)) {
            cell.lacks(curve.capacity() > 0 ? "its charge reaches less than half of the median curve"
                : "there is no charge", PreTestFigure.CURVE_DISTANCE);
        } else {
            cell.put(PreTestFigure.CURVE_DISTANCE, distance);
        }
    }

    private CellVerdict judge(final int i, final ChargeCurve curve, final List<CellFigures> usable) {
        final List<String> against = new ArrayList<>();
        final List<String> remarks = new ArrayList<>();
        int judged = 0;
        for (final PreTestFigure figure : PreTestFigure.values()) {
            if (figure.judged() == PreTestFigure.Judged.NOT) {
                continue;
            }
            final double value = figures.get(i).get(figure);
            if (values(usable, figure).length < FEWEST) {
                remarks.add(figure.title() + " was not judged: fewer than three cells have it"
                    + (Double.isNaN(value) ? " (here, " + figures.get(i).missing().get(figure) + ")" : ""));
                continue;
            }
            judged++;
            final String deviation = deviation(figure, i, usable);
            if (!deviation.isEmpty()) {
                against.add(deviation);
            }
        }
        final Outcome outcome = judged == 0 ? Outcome.UNDECIDED
            : against.isEmpty() ? Outcome.CONSISTENT : Outcome.DEVIATING;
        against.addAll(remarks);
        return new CellVerdict(name(i), figures.get(i), curve, outcome, against);
    }

    /** What is said against a cell by a figure; empty where nothing is. */
    private String deviation(final PreTestFigure figure, final int i, final List<CellFigures> usable) {
        final double value = figures.get(i).get(figure);
        if (Double.isNaN(value)) {
            return figure.title() + " is missing: " + figures.get(i).missing().get(figure);
        }
        if (figure.judged() == PreTestFigure.Judged.BY_CURVE) {
            return value <= criteria.curve() ? "" : String.format(Locale.ROOT, "%s is %s, above %s", figure.title(),
                text(figure, value), text(figure, criteria.curve()));
        }
        final double middle = median(usable, figure);
        final double[] distances = Arrays.stream(values(usable, figure)).map(v -> Math.abs(v - middle)).sorted()
            .toArray();
        final double tolerance =
            criteria.tolerance(figure, middle, SCALED * OrderStatistics.quantile(distances, 0.5));
        return Math.abs(value - middle) <= tolerance ? "" : String.format(Locale.ROOT,
            "%s is %s, but the median is %s and %s either way are tolerated", figure.title(), text(figure, value),
            text(figure, middle), text(figure, tolerance));
    }

    private static String text(final PreTestFigure figure, final double value) {
        return String.format(Locale.ROOT, "%.4g %s", figure.shown(value), figure.unit());
    }

    private static double[] values(final List<CellFigures> cells, final PreTestFigure figure) {
        return cells.stream().mapToDouble(cell -> cell.get(figure)).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }

    private static double median(final List<CellFigures> cells, final PreTestFigure figure) {
        return OrderStatistics.quantile(values(cells, figure), 0.5);
    }

    private PreTest verdict(final List<CellVerdict> verdicts, final ChargeCurve middle) {
        final long good = verdicts.stream().filter(cell -> cell.outcome() == Outcome.CONSISTENT).count();
        final int count = verdicts.size();
        final int needed = criteria.needed(count);
        final String found = good + " of " + count + " cells are consistent";
        final boolean enough = count >= criteria.of();
        final Outcome outcome =
            !enough ? Outcome.UNDECIDED : good >= needed ? Outcome.CONSISTENT : Outcome.DEVIATING;
        return new PreTest(verdicts, middle, upper, outcome, enough ? found + "; " + needed + " are needed."
            : found + ", but " + criteria.of() + " cells are needed for a verdict.");
    }
}
