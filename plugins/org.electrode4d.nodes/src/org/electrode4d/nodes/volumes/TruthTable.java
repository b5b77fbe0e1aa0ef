// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Builds the table of true fields, pair by pair. */
final class TruthTable {

    /** Column of the true deformation field. */
    static final String TRUE_FIELD = "True field";

    /** Steps and field. */
    static final DataTableSpec SPEC =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(TRUE_FIELD, DeformationFieldCell.TYPE));

    private final NodeGrid grid;
    private final VoxelSize voxelSize;
    private final ExecutionContext context;
    private final BufferedDataContainer container;

    TruthTable(final NodeGrid grid, final VoxelSize voxelSize, final ExecutionContext context) {
        this.grid = grid;
        this.voxelSize = voxelSize;
        this.context = context;
        container = context.createDataContainer(SPEC);
    }

    /** Adds the pair of two scans by their numbers. */
    void add(final int from, final int to, final Deformation motion, final Progress progress) throws IOException {
        progress.check();
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), new StringCell("T" + from),
            new StringCell("T" + to), FieldStorage.store(field(motion, grid, voxelSize), context, Progress.NONE)));
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }

    /** The motion, exactly at every node. */
    static DeformationField field(final Deformation motion, final NodeGrid grid, final VoxelSize voxelSize) {
        final DeformationField.Builder field = DeformationField.builder(grid, voxelSize);
        for (int node = 0; node < grid.size(); node++) {
            final Point position = grid.position(node);
            field.set(node, NodeResult.of(
                Transformation.of(motion.gradient(position), motion.displacement(position)), NodeStatus.CONVERGED));
        }
        return field.build();
    }
}
