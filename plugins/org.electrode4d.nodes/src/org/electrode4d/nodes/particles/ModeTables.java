// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.lithiation.GapFeatures;
import org.electrode4d.segmentation.lithiation.LithiationMode;
import org.electrode4d.segmentation.lithiation.ModeCount;
import org.electrode4d.segmentation.lithiation.ModeDecision;
import org.electrode4d.segmentation.lithiation.ParticleEvolution;
import org.electrode4d.segmentation.lithiation.ResidualFeatures;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the Lithiation Mode: particles, classes, and particles step by step. */
final class ModeTables {

    /** Mode of a particle. */
    static final String CLASS = "Class";

    /** Likelihood of the mode. */
    static final String SCORE = "Score [-]";

    private static final List<LithiationMode> MODES = List.of(LithiationMode.values()).stream()
        .filter(mode -> mode != LithiationMode.UNDECIDED).toList();
    private static final List<String> SHARES = List.of("Residual share [%]", "Residual share, skin [%]",
        "Residual share, shell [%]", "Residual share, core [%]", "Residual share, below skin [%]");
    private static final int PERCENT = 100;

    private final RowTable particles;
    private final RowTable classes;
    private final RowTable evolution;

    ModeTables(final ExecutionContext context) {
        particles = new RowTable(particlesSpec(), context);
        classes = new RowTable(classesSpec(), context);
        evolution = new RowTable(evolutionSpec(), context);
    }

    private static void addNumbers(final List<DataColumnSpec> columns, final String... names) {
        columns.addAll(List.of(Cells.columns(List.of(names))));
    }

    static DataTableSpec particlesSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE), SeriesColumns.column(CLASS, StringCell.TYPE)));
        addNumbers(columns, SCORE);
        MODES.forEach(mode -> addNumbers(columns, mode.title() + " [-]"));
        columns.add(SeriesColumns.column("Reason", StringCell.TYPE));
        addNumbers(columns, ParticleColumns.VOLUME, ParticleColumns.DIAMETER);
        columns.add(SeriesColumns.column(ParticleColumns.TOUCHES_BORDER, BooleanCell.TYPE));
        columns.add(SeriesColumns.column("Counts", BooleanCell.TYPE));
        columns.add(SeriesColumns.column("Decisive step", StringCell.TYPE));
        addFeatures(columns);
        addNumbers(columns, "Retraction at the last step [%]", "Gap at the first scan [%]", "Largest gap [%]",
            "Planarity of the gap [-]");
        return Cells.spec(columns);
    }

    static DataTableSpec classesSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>(
            List.of(SeriesColumns.column(CLASS, StringCell.TYPE), SeriesColumns.column("Particles", IntCell.TYPE)));
        addNumbers(columns, "Share [%]", "Score, mean [-]", "Equivalent diameter, mean [µm]");
        return Cells.spec(columns);
    }

    static DataTableSpec evolutionSpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.add(SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE));
        columns.add(SeriesColumns.column(CLASS, StringCell.TYPE));
        addNumbers(columns, ParticleColumns.VOLUME);
        columns.add(SeriesColumns.column(ParticleColumns.TOUCHES_BORDER, BooleanCell.TYPE));
        addFeatures(columns);
        addNumbers(columns, "Growth [%]", "Retraction [%]");
        return Cells.spec(columns);
    }

    private static void addFeatures(final List<DataColumnSpec> columns) {
        addNumbers(columns, SHARES.toArray(String[]::new));
        for (int layer = 1; layer <= ResidualFeatures.Shares.LAYERS; layer++) {
            addNumbers(columns, "Residual share, layer " + layer + " [%]");
        }
        addNumbers(columns, "Predicted [%]");
        columns.add(SeriesColumns.column("Residual parts", IntCell.TYPE));
        addNumbers(columns, "Largest part [%]", "Path length [µm]");
        for (final String name : List.of("Branches", "Branches in the core", "Free ends")) {
            columns.add(SeriesColumns.column(name, IntCell.TYPE));
        }
    }

    private static void addFeatures(final List<DataCell> cells, final ResidualFeatures found) {
        final ResidualFeatures.Shares shares = found.shares();
        Cells.addNumbers(cells, percent(shares.all(), shares.skin(), shares.shell(), shares.core(), shares.inner()));
        Cells.addNumbers(cells, percent(shares.layers().stream().mapToDouble(Double::doubleValue).toArray()));
        Cells.addNumbers(cells, percent(shares.predicted()));
        cells.add(new IntCell(found.connection().parts()));
        Cells.addNumbers(cells, PERCENT * found.connection().largest(), found.paths().length());
        cells.add(new IntCell(found.paths().branches()));
        cells.add(new IntCell(found.paths().coreBranches()));
        cells.add(new IntCell(found.paths().ends()));
    }

    private static double[] percent(final double... shares) {
        return IntStream.range(0, shares.length).mapToDouble(i -> PERCENT * shares[i]).toArray();
    }

    /** @param counts whether it takes part in the shares of the classes */
    void add(final ParticleEvolution particle, final ModeDecision decision, final boolean counts,
        final List<ModeScans.Step> steps) {
        final ResidualFeatures found = particle.steps().get(particle.decisive()).orElseThrow();
        final List<DataCell> cells = new ArrayList<>(
            List.of(new IntCell(particle.label()), new StringCell(decision.mode().title())));
        Cells.addNumbers(cells, decision.score());
        MODES.forEach(mode -> Cells.addNumbers(cells, decision.memberships().get(mode)));
        cells.add(new StringCell(decision.reason()));
        Cells.addNumbers(cells, particle.first().form().volume(), particle.first().form().diameter());
        cells.add(cell(particle.isCut()));
        cells.add(cell(counts));
        cells.add(steps.get(particle.decisive()).scan().nameCell());
        addFeatures(cells, found);
        Cells.addNumbers(cells, PERCENT * particle.lastRetraction());
        final GapFeatures gaps = particle.gaps().orElse(new GapFeatures(Double.NaN, Double.NaN, Double.NaN, false));
        Cells.addNumbers(cells, PERCENT * gaps.share(), PERCENT * gaps.largest(), gaps.planarity());
        particles.add(cells);
        addEvolution(particle, decision, steps);
    }

    private void addEvolution(final ParticleEvolution particle, final ModeDecision decision,
        final List<ModeScans.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            final ScanStep scan = steps.get(i).scan();
            final ResidualFeatures found = particle.steps().get(i).orElse(null);
            if (found != null) {
                final List<DataCell> cells = scan.cells();
                cells.add(new IntCell(particle.label()));
                cells.add(new StringCell(decision.mode().title()));
                Cells.addNumbers(cells, found.form().volume());
                cells.add(cell(found.form().isCut()));
                addFeatures(cells, found);
                Cells.addNumbers(cells, PERCENT * particle.growth(i), PERCENT * particle.retraction(i));
                evolution.add(cells);
            }
        }
    }

    void add(final ModeCount count) {
        final List<DataCell> cells = new ArrayList<>(
            List.of(new StringCell(count.mode().title()), new IntCell(count.particles())));
        Cells.addNumbers(cells, PERCENT * count.share(), count.score(), count.diameter());
        classes.add(cells);
    }

    private static BooleanCell cell(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }

    BufferedDataTable closeParticles() {
        return particles.close();
    }

    BufferedDataTable closeClasses() {
        return classes.close();
    }

    BufferedDataTable closeEvolution() {
        return evolution.close();
    }
}
