// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.twin.DigitalTwin;
import org.electrode4d.phantom.twin.ParticleTruth;
import org.electrode4d.phantom.twin.TwinParticle;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of a digital twin besides its series: expected numbers, particles and fields. */
record TwinTables(TwinTruths truths, ExecutionContext context) {

    private static final double PERCENT = 100;
    private static final String ALIGNED_FIELD = "True aligned field";

    static DataTableSpec particlesSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(TrueParticleColumns.CLASS, StringCell.TYPE)));
        final List<String> numbers = new ArrayList<>(List.of(TrueParticleColumns.DIAMETER, TrueParticleColumns.VOLUME,
            "Relative non-lithiated volume [%]", "Lithiated volume [µm³]", "Crack volume [µm³]"));
        numbers.addAll(TrueParticleColumns.CENTRE);
        numbers.addAll(TrueParticleColumns.ALIGNED_CENTRE);
        columns.addAll(List.of(Cells.columns(numbers)));
        columns.add(SeriesColumns.column(TrueParticleColumns.TOUCHES_BORDER, BooleanCell.TYPE));
        return Cells.spec(columns);
    }

    static DataTableSpec fieldsSpec() {
        return new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(TruthTable.TRUE_FIELD, DeformationFieldCell.TYPE),
            SeriesColumns.column(ALIGNED_FIELD, DeformationFieldCell.TYPE));
    }

    BufferedDataTable expected() {
        final RowTable table = new RowTable(ExpectedRow.spec(), context);
        TwinExpectation.of(truths).forEach(row -> table.add(row.cells()));
        return table.close();
    }

    /** Particles without a voxel in a scan have no row there. */
    BufferedDataTable particles() {
        final RowTable table = new RowTable(particlesSpec(), context);
        for (int scan = 0; scan < truths.twin().scans(); scan++) {
            for (final ParticleTruth particle : truths.particles().get(scan)) {
                if (particle.nonLithiated() + particle.lithiated() + particle.crack() > 0) {
                    table.add(cells(scan, particle));
                }
            }
        }
        return table.close();
    }

    private List<DataCell> cells(final int scan, final ParticleTruth particle) {
        final TwinParticle pristine = truths.twin().particle(particle.number());
        final double first = truths.particles().get(0).get(particle.number() - 1).nonLithiated();
        final Point aligned = truths.alignedCentre(scan, particle);
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(truths.step(scan)),
            new IntCell(particle.number()), new StringCell(pristine.mode().title()),
            new DoubleCell(pristine.diameter())));
        Cells.addNumbers(cells, particle.nonLithiated(), PERCENT * particle.nonLithiated() / first,
            particle.lithiated(), particle.crack(), particle.centre().x(), particle.centre().y(),
            particle.centre().z(), aligned.x(), aligned.y(), aligned.z());
        cells.add(particle.atBorder() ? BooleanCell.TRUE : BooleanCell.FALSE);
        return cells;
    }

    /** Consecutive pairs, then the first scan with each later one. */
    BufferedDataTable fields(final NodeGrid grid, final Progress progress) throws IOException {
        final RowTable table = new RowTable(fieldsSpec(), context);
        final int scans = truths.twin().scans();
        for (int scan = 1; scan < scans; scan++) {
            progress.check();
            table.add(pair(scan - 1, scan, grid));
        }
        for (int scan = 2; scan < scans; scan++) {
            progress.check();
            table.add(pair(0, scan, grid));
        }
        return table.close();
    }

    private List<DataCell> pair(final int from, final int to, final NodeGrid grid) throws IOException {
        final DigitalTwin twin = truths.twin();
        final VoxelSize size = VoxelSize.isotropic(twin.settings().voxelSize());
        final Deformation motion = twin.motion(from, to);
        final Deformation aligned = twin.stage(from).andThen(motion).andThen(twin.stage(to).inverted());
        return List.of(new StringCell(truths.step(from)), new StringCell(truths.step(to)),
            FieldStorage.store(TruthTable.field(motion, grid, size), context, Progress.NONE),
            FieldStorage.store(TruthTable.field(aligned, grid, size), context, Progress.NONE));
    }
}
