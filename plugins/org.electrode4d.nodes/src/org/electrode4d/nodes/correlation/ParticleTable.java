// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DiscreteResult;
import org.electrode4d.correlation.LabelMotion;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Polar;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with one row per particle. */
final class ParticleTable {

    private static final List<String> NUMBERS = List.of("Centre x [µm]", "Centre y [µm]", "Centre z [µm]",
        "Displacement x [µm]", "Displacement y [µm]", "Displacement z [µm]", "Rotation x [°]", "Rotation y [°]",
        "Rotation z [°]", "Volume ratio [-]", "Fxx [-]", "Fxy [-]", "Fxz [-]", "Fyx [-]", "Fyy [-]", "Fyz [-]",
        "Fzx [-]", "Fzy [-]", "Fzz [-]", "ZNCC [-]", "Residual [-]", "Uncertainty x [µm]", "Uncertainty y [µm]",
        "Uncertainty z [µm]", "Voxels", "Volume [µm³]");

    private static final List<String> MEANS = List.of("Converged particles [%]", "Mean ZNCC [-]",
        "Mean displacement x [µm]", "Mean displacement y [µm]", "Mean displacement z [µm]", "Mean rotation [°]");

    private final BufferedDataContainer container;
    private int pairs;

    ParticleTable(final ExecutionContext context) {
        container = context.createDataContainer(spec());
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column("Particle", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Iterations", IntCell.TYPE));
        columns.add(SeriesColumns.column("Status code", IntCell.TYPE));
        columns.add(SeriesColumns.column("Status", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final PairLabel pair, final Volume reference, final DiscreteResult result, final Progress progress) {
        for (final LabelMotion motion : result.motions()) {
            progress.check();
            final List<DataCell> cells = new ArrayList<>(List.of(pair.reference(), pair.deformed(),
                new IntCell(motion.label())));
            for (final double number : numbers(motion, reference)) {
                cells.add(Cells.number(number));
            }
            final NodeStatus status = motion.result().status();
            cells.add(new IntCell(motion.result().iterations()));
            cells.add(new IntCell(status.code()));
            cells.add(new StringCell(status.label()));
            container.addRowToTable(new DefaultRow("Pair" + pairs + "_Particle" + motion.label(), cells));
        }
        pairs++;
    }

    private static double[] numbers(final LabelMotion motion, final Volume reference) {
        final VoxelSize size = reference.voxelSize();
        final NodeResult result = motion.result();
        final Point x = reference.origin().plus(motion.centre().times(size));
        final Point u = result.transformation().displacement().times(size);
        final Point s = result.uncertainty().times(size);
        final double[] f = result.transformation().f();
        final double[] r = rotation(motion, size);
        return new double[]{x.x(), x.y(), x.z(), u.x(), u.y(), u.z(), r[0], r[1], r[2],
            result.transformation().determinant(), f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], result.zncc(),
            result.residual(), s.x(), s.y(), s.z(), motion.voxels(), motion.voxels() * size.volume()};
    }

    /** Rotation vector in degrees, of F between positions in µm. */
    private static double[] rotation(final LabelMotion motion, final VoxelSize size) {
        return Polar.of(RegistrationRow.inMicrometres(motion.result().transformation().f(), size)).rotationVector();
    }

    /** What stands beside a pair: number of particles, the part that converged, and means over those. */
    static List<DataColumnSpec> summaryColumns() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column("Particles", IntCell.TYPE));
        MEANS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return columns;
    }

    static List<DataCell> summary(final DiscreteResult result, final VoxelSize size) {
        final List<LabelMotion> converged = result.motions().stream()
            .filter(motion -> motion.result().status() == NodeStatus.CONVERGED).toList();
        final double[] sums = new double[MEANS.size() - 1];
        for (final LabelMotion motion : converged) {
            final Point u = motion.result().transformation().displacement().times(size);
            final double[] r = rotation(motion, size);
            final double[] all = {motion.result().zncc(), u.x(), u.y(), u.z(), new Point(r[0], r[1], r[2]).norm()};
            for (int i = 0; i < sums.length; i++) {
                sums[i] += all[i];
            }
        }
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new IntCell(result.motions().size()));
        cells.add(new DoubleCell(100.0 * converged.size() / result.motions().size()));
        for (final double sum : sums) {
            cells.add(Cells.number(sum / converged.size()));
        }
        return cells;
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
