// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.electrode4d.nodes.correlation.CollectorEnd;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.segmentation.comparison.ComparedParticle;
import org.electrode4d.segmentation.comparison.ParticleComparison;
import org.electrode4d.segmentation.comparison.ParticleComparison.Errors;
import org.electrode4d.segmentation.comparison.ParticleComparison.Pair;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * What particles have in common, one number per row: a long table that Expected Values takes as a measured one, and
 * that has true values of its own.
 */
final class ComparisonSummary {

    private static final double PERCENT = 100;
    private static final String NONE = "-";
    private static final String MICROMETRE = "µm";

    private final ParticleComparison comparison;
    private final ParticleComparisonNodeParameters parameters;
    private final RowTable table;

    /** What a row is about. */
    private record Key(String quantity, String step, String region, String classOf) {

        static Key of(final String quantity) {
            return new Key(quantity, "", "", "");
        }

        Key at(final String newStep) {
            return new Key(quantity, newStep, region, classOf);
        }

        Key in(final String newRegion) {
            return new Key(quantity, step, newRegion, classOf);
        }

        Key ofClass(final String name) {
            return new Key(quantity, step, region, name);
        }
    }

    ComparisonSummary(final ParticleComparison comparison, final ParticleComparisonNodeParameters parameters,
        final ExecutionContext context) {
        this.comparison = comparison;
        this.parameters = parameters;
        table = new RowTable(spec(), context);
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final String name : List.of(ExpectedColumns.QUANTITY, SeriesColumns.STEP, ExpectedColumns.REGION,
            TrueParticleColumns.CLASS, ExpectedColumns.UNIT)) {
            columns.add(SeriesColumns.column(name, StringCell.TYPE));
        }
        columns.addAll(List.of(Cells.columns(List.of(ExpectedColumns.TRUE, ExpectedColumns.MEASURED,
            ExpectedColumns.DIFFERENCE, ExpectedColumns.RELATIVE_DIFFERENCE))));
        return Cells.spec(columns);
    }

    private void add(final Key key, final String unit, final double truth, final double measured) {
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(key.quantity), text(key.step),
            text(key.region), text(key.classOf), new StringCell(unit)));
        Cells.addNumbers(cells, truth, measured, measured - truth,
            truth == 0 ? Double.NaN : PERCENT * (measured - truth) / Math.abs(truth));
        table.add(cells);
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? new MissingCell("This is about all.") : new StringCell(text);
    }

    /** @param known how many true particles are whole at the first scan */
    void addCounts(final int known) {
        add(Key.of("Matched particles"), NONE, known, comparison.counted().size());
    }

    void addScans(final List<String> steps) {
        addErrors("", comparison.errors(parameters.m_tolerance));
        for (int scan = 1; scan < steps.size(); scan++) {
            addErrors(steps.get(scan), comparison.errors(scan, parameters.m_tolerance));
        }
        for (int scan = 0; scan < steps.size(); scan++) {
            final Pair volume = comparison.volume(scan);
            add(Key.of("Non-lithiated volume").at(steps.get(scan)), "µm³", volume.truth(), volume.measured());
        }
        for (int scan = 1; scan < steps.size(); scan++) {
            final Pair part = comparison.relativeVolume(scan);
            add(Key.of("Relative non-lithiated volume").at(steps.get(scan)), "%", PERCENT * part.truth(),
                PERCENT * part.measured());
        }
        for (int scan = 1; scan < steps.size(); scan++) {
            addDisplacement(scan, steps.get(scan), "Nearest to the collector", true);
            addDisplacement(scan, steps.get(scan), "Nearest to the separator", false);
        }
    }

    private void addErrors(final String step, final Errors errors) {
        add(Key.of("Trajectory error, median").at(step), MICROMETRE, 0, errors.median());
        add(Key.of("Trajectory error, 95th percentile").at(step), MICROMETRE, 0, errors.high());
        add(Key.of("Trajectory error, largest").at(step), MICROMETRE, 0, errors.largest());
        add(Key.of("Trajectories within " + NumberText.of(parameters.m_tolerance) + " µm").at(step), "%", PERCENT,
            PERCENT * errors.within());
    }

    private void addDisplacement(final int scan, final String step, final String region, final boolean atCollector) {
        final boolean collectorAtLargeZ = parameters.m_collector == CollectorEnd.LAST_SLICE;
        final Pair alongZ = comparison.displacement(scan, parameters.end(), atCollector == collectorAtLargeZ);
        final double away = collectorAtLargeZ ? -1 : 1;
        add(Key.of("Displacement from collector, mean").at(step).in(region), MICROMETRE, away * alongZ.truth(),
            away * alongZ.measured());
    }

    /** Shares of classes, and how many are right, among the particles that count. */
    void addClasses(final ComparedClasses classes) {
        final List<ComparedParticle> counted = comparison.counted().stream()
            .filter(particle -> classes.isRight(particle).isPresent()).toList();
        if (counted.isEmpty()) {
            return;
        }
        add(Key.of("Right classes"), "%", PERCENT, PERCENT * classes.rightPart(counted));
        final List<ComparedParticle> large = counted.stream()
            .filter(particle -> classes.diameter(particle) > parameters.m_leastDiameter).toList();
        add(Key.of("Right classes above " + NumberText.of(parameters.m_leastDiameter) + " µm"), "%", PERCENT,
            PERCENT * classes.rightPart(large));
        final SortedSet<String> names = new TreeSet<>();
        counted.forEach(particle -> {
            names.add(classes.truth(particle).orElseThrow());
            names.add(classes.measured(particle).orElseThrow());
        });
        for (final String name : names) {
            add(Key.of("Share of particles").ofClass(name), "%",
                share(counted.stream().map(classes::truth).toList(), name),
                share(counted.stream().map(classes::measured).toList(), name));
        }
    }

    private static double share(final List<Optional<String>> classes, final String name) {
        return PERCENT * classes.stream().filter(found -> found.orElseThrow().equals(name)).count() / classes.size();
    }

    BufferedDataTable close() {
        return table.close();
    }
}
