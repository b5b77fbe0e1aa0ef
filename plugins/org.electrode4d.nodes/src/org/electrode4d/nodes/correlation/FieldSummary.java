// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;

/** A few numbers that tell at a glance how a correlation went. Means are over nodes that converged. */
final class FieldSummary {

    static final String CONVERGED = "Converged nodes [%]";

    private static final List<String> NUMBERS = List.of(CONVERGED, "Mean ZNCC [-]", "Mean displacement x [µm]",
        "Mean displacement y [µm]", "Mean displacement z [µm]", "Mean iterations [-]");

    private FieldSummary() {
    }

    static List<DataColumnSpec> columns() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column("Nodes", IntCell.TYPE));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return columns;
    }

    static List<DataCell> cells(final DeformationField field) {
        final double[] sums = new double[NUMBERS.size() - 1];
        int converged = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            if (field.status(node) == NodeStatus.CONVERGED) {
                converged++;
                add(sums, field, node);
            }
        }
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new IntCell(field.grid().size()));
        cells.add(new DoubleCell(100.0 * converged / field.grid().size()));
        final int count = converged;
        Arrays.stream(sums).forEach(sum -> cells.add(Cells.number(count == 0 ? Double.NaN : sum / count)));
        return cells;
    }

    private static void add(final double[] sums, final DeformationField field, final int node) {
        sums[0] += field.zncc(node);
        sums[1] += field.displacementInMicrometres(node).x();
        sums[2] += field.displacementInMicrometres(node).y();
        sums[3] += field.displacementInMicrometres(node).z();
        sums[4] += field.iterations(node);
    }
}
