// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.segmentation.comparison.ComparedParticle;
import org.electrode4d.segmentation.comparison.ParticleComparison;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of particles of the Particle Comparison: per scan, per particle, and classes against each other. */
record ComparisonTables(ParticleComparison comparison, List<String> steps, ComparedClasses classes) {

    private static final double PERCENT = 100;
    private static final String TRUE_PARTICLE = "True particle";
    private static final String TRUE_CLASS = "True class";
    private static final String COUNTS = "Counts";
    private static final Point NOWHERE = new Point(Double.NaN, Double.NaN, Double.NaN);

    private static final List<String> OF_STEP = List.of("Displacement x [µm]", "Displacement y [µm]",
        "Displacement z [µm]", "True displacement x [µm]", "True displacement y [µm]", "True displacement z [µm]",
        "Trajectory error [µm]", "Volume [µm³]", "True volume [µm³]", "Relative volume [%]",
        "True relative volume [%]");

    static DataTableSpec stepsSpec() {
        final List<DataColumnSpec> columns =
            new ArrayList<>(List.of(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
                SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
                SeriesColumns.column(TRUE_PARTICLE, IntCell.TYPE)));
        columns.addAll(Arrays.asList(Cells.columns(OF_STEP)));
        columns.add(SeriesColumns.column(COUNTS, BooleanCell.TYPE));
        return Cells.spec(columns);
    }

    static DataTableSpec particlesSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(TRUE_PARTICLE, IntCell.TYPE), SeriesColumns.column("Overlap [%]", DoubleCell.TYPE),
            SeriesColumns.column("True equivalent diameter [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Largest trajectory error [µm]", DoubleCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.CLASS, StringCell.TYPE),
            SeriesColumns.column(TRUE_CLASS, StringCell.TYPE), SeriesColumns.column("Class is right", BooleanCell.TYPE),
            SeriesColumns.column(COUNTS, BooleanCell.TYPE));
    }

    static DataTableSpec confusionSpec() {
        return new DataTableSpec(SeriesColumns.column(TRUE_CLASS, StringCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.CLASS, StringCell.TYPE),
            SeriesColumns.column("Particles", IntCell.TYPE),
            SeriesColumns.column("Share of the true class [%]", DoubleCell.TYPE));
    }

    BufferedDataTable stepsTable(final ExecutionContext context) {
        final RowTable table = new RowTable(stepsSpec(), context);
        for (int scan = 0; scan < steps.size(); scan++) {
            for (final ComparedParticle particle : comparison.particles()) {
                final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(steps.get(scan)),
                    new IntCell(particle.match().measured()), new IntCell(particle.match().truth())));
                addPlace(cells, particle.measuredDisplacement(scan).orElse(NOWHERE));
                addPlace(cells, particle.trueDisplacement(scan).orElse(NOWHERE));
                Cells.addNumbers(cells, particle.error(scan), particle.measuredVolume(scan), particle.trueVolume(scan),
                    PERCENT * particle.measuredVolume(scan) / particle.measuredVolume(0),
                    PERCENT * particle.trueVolume(scan) / particle.trueVolume(0));
                cells.add(cell(particle.counts(scan)));
                table.add(cells);
            }
        }
        return table.close();
    }

    private static void addPlace(final List<DataCell> cells, final Point point) {
        Cells.addNumbers(cells, point.x(), point.y(), point.z());
    }

    BufferedDataTable particlesTable(final ExecutionContext context) {
        final RowTable table = new RowTable(particlesSpec(), context);
        for (final ComparedParticle particle : comparison.particles()) {
            final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(particle.match().measured()),
                new IntCell(particle.match().truth()), new DoubleCell(PERCENT * particle.match().overlap())));
            Cells.addNumbers(cells, classes.diameter(particle), IntStream.range(0, steps.size())
                .mapToDouble(particle::error).filter(Double::isFinite).max().orElse(Double.NaN));
            cells.add(text(classes.measured(particle), "The particle has no class."));
            cells.add(text(classes.truth(particle), "The true particle has no class."));
            cells.add(classes.isRight(particle).<DataCell>map(ComparisonTables::cell)
                .orElse(new MissingCell("There is no class to compare.")));
            cells.add(cell(particle.counts()));
            table.add(cells);
        }
        return table.close();
    }

    BufferedDataTable confusionTable(final ExecutionContext context) {
        final SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (final ComparedParticle particle : comparison.counted()) {
            if (classes.isRight(particle).isPresent()) {
                counts.computeIfAbsent(classes.truth(particle).orElseThrow(), name -> new TreeMap<>())
                    .merge(classes.measured(particle).orElseThrow(), 1, Integer::sum);
            }
        }
        final RowTable table = new RowTable(confusionSpec(), context);
        counts.forEach((truth, row) -> {
            final int all = row.values().stream().mapToInt(Integer::intValue).sum();
            row.forEach((measured, count) -> table.add(List.of(new StringCell(truth), new StringCell(measured),
                new IntCell(count), new DoubleCell(PERCENT * count / all))));
        });
        return table.close();
    }

    private static DataCell text(final Optional<String> text, final String otherwise) {
        return text.<DataCell>map(StringCell::new).orElse(new MissingCell(otherwise));
    }

    private static BooleanCell cell(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }
}
