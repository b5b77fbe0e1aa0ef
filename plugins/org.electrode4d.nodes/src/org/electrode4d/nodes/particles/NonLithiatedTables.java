// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Part;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Summary;
import org.electrode4d.segmentation.particle.NonLithiatedStep.Amount;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the Non-Lithiated Phase: a row per step, and a row per step and particle. */
final class NonLithiatedTables {

    private static final String VOLUME = "Non-lithiated volume [µm³]";

    private final BufferedDataContainer steps;
    private final BufferedDataContainer particles;
    private final boolean hasThickness;

    NonLithiatedTables(final ExecutionContext context, final String thickness) {
        steps = context.createDataContainer(stepsSpec(thickness));
        particles = context.createDataContainer(particlesSpec());
        hasThickness = !thickness.isEmpty();
    }

    /** @param thickness name of the column; empty for none */
    static DataTableSpec stepsSpec(final String thickness) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Particles", IntCell.TYPE), SeriesColumns.column("Not found", IntCell.TYPE)));
        for (final String name : List.of(VOLUME, "Relative non-lithiated volume, total [%]",
            "Relative non-lithiated volume, mean [%]", "Relative non-lithiated volume, SD [%]")) {
            columns.add(SeriesColumns.column(name, DoubleCell.TYPE));
        }
        if (!thickness.isEmpty()) {
            columns.add(SeriesColumns.column(thickness, DoubleCell.TYPE));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec particlesSpec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(ParticleColumns.LABEL, IntCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column(VOLUME, DoubleCell.TYPE),
            SeriesColumns.column("Relative non-lithiated volume [%]", DoubleCell.TYPE),
            SeriesColumns.column(ParticleColumns.TOUCHES_BORDER, BooleanCell.TYPE),
            SeriesColumns.column("Counts", BooleanCell.TYPE));
    }

    void add(final NonLithiatedScans.Scan scan, final Summary summary, final List<Part> parts) {
        final ScanStep step = scan.step();
        final List<DataCell> cells = new ArrayList<>(List.of(step.nameCell(), step.timeCell(),
            new IntCell(summary.particles()), new IntCell(summary.lost())));
        for (final double number : new double[]{summary.volume(), summary.total(), summary.mean(),
            summary.standardDeviation()}) {
            cells.add(Cells.number(number));
        }
        addStep(scan, cells);
        parts.forEach(part -> addPart(step, part));
    }

    /** A step whose inputs are missing, or to which nothing can be related. */
    void addMissing(final NonLithiatedScans.Scan scan) {
        final List<DataCell> cells = new ArrayList<>(List.of(scan.step().nameCell(), scan.step().timeCell()));
        cells.addAll(Collections.nCopies(6, new MissingCell("An input of this scan is missing.")));
        addStep(scan, cells);
    }

    private void addStep(final NonLithiatedScans.Scan scan, final List<DataCell> cells) {
        if (hasThickness) {
            cells.add(Cells.number(scan.thickness()));
        }
        steps.addRowToTable(new DefaultRow(RowKey.createRowKey(steps.size()), cells));
    }

    private void addPart(final ScanStep step, final Part part) {
        final List<DataCell> cells = new ArrayList<>(
            List.of(step.nameCell(), step.timeCell(), new IntCell(part.particle())));
        if (part.amount().isPresent()) {
            final Amount amount = part.amount().get();
            cells.addAll(List.of(new IntCell(amount.label()), new LongCell(amount.voxels()),
                new DoubleCell(amount.volume()), Cells.number(part.relative()),
                cell(amount.touchesBorder())));
        } else {
            final DataCell lost = new MissingCell("The particle was not found in this scan.");
            cells.addAll(List.of(lost, lost, lost,
                Double.isNaN(part.relative()) ? lost : new DoubleCell(part.relative()), lost));
        }
        cells.add(cell(part.counts() && !Double.isNaN(part.relative())));
        particles.addRowToTable(new DefaultRow(RowKey.createRowKey(particles.size()), cells));
    }

    private static BooleanCell cell(final boolean value) {
        return value ? BooleanCell.TRUE : BooleanCell.FALSE;
    }

    BufferedDataTable closeSteps() {
        steps.close();
        return steps.getTable();
    }

    BufferedDataTable closeParticles() {
        particles.close();
        return particles.getTable();
    }
}
