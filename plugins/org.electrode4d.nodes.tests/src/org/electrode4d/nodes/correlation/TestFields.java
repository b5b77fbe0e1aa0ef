// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Tables of fields with known answers. */
final class TestFields {

    /** 3 x 3 x 3 nodes, ten voxels apart. */
    static final NodeGrid GRID = new NodeGrid(new Point(10, 10, 10), new Point(10, 10, 10), 3, 3, 3);

    private static final DataTableSpec PAIRS =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE));

    private TestFields() {
    }

    /** A pair such as "T0 T1", and its field; null for a missing one. */
    record Pair(String steps, DeformationField field) {
    }

    /** The same map about the origin at every node, half a micrometre per voxel. */
    static DeformationField affine(final Transformation map) {
        final DeformationField.Builder builder = DeformationField.builder(GRID, VoxelSize.isotropic(0.5));
        for (int node = 0; node < GRID.size(); node++) {
            builder.set(node, new NodeResult(map.recentred(Point.ORIGIN, GRID.position(node)), NodeStatus.CONVERGED,
                0.9, 0.2, 4, 1e-3, new Point(0.03, 0.03, 0.03)));
        }
        return builder.build();
    }

    static DeformationField shift(final double x, final double y, final double z) {
        return affine(Transformation.translation(x, y, z));
    }

    static Pair pair(final String steps, final DeformationField field) {
        return new Pair(steps, field);
    }

    static BufferedDataTable table(final NodeTester tester, final Pair... pairs) throws IOException {
        final List<DataCell[]> rows = new ArrayList<>();
        for (final Pair pair : pairs) {
            final String[] steps = pair.steps.split(" ");
            rows.add(new DataCell[]{new StringCell(steps[0]), new StringCell(steps[1]), pair.field == null
                ? new MissingCell("failed") : FieldStorage.store(pair.field, tester.context(), Progress.NONE)});
        }
        return tester.table(PAIRS, rows.toArray(DataCell[][]::new));
    }
}
