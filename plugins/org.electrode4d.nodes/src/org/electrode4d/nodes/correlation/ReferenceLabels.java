// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Finds the labels of a pair's reference: in a column of its row, or in the row of a second table that has the
 * reference's step.
 */
final class ReferenceLabels {

    private final int ownColumn;
    private final Map<String, DataCell> byStep = new HashMap<>();
    private final List<String> without = new ArrayList<>();

    /**
     * @param spec of the pairs
     * @param labels the second table, or null
     */
    ReferenceLabels(final DataTableSpec spec, final BufferedDataTable labels, final String column)
        throws InvalidSettingsException {
        ownColumn = labels == null ? column(spec, null, column) : -1;
        if (labels != null) {
            final DataTableSpec labelSpec = labels.getDataTableSpec();
            final int index = column(spec, labelSpec, column);
            final int step = labelSpec.findColumnIndex(SeriesColumns.STEP);
            for (final DataRow row : labels) {
                final boolean named = step >= 0 && !row.getCell(step).isMissing();
                byStep.put(named ? row.getCell(step).toString() : row.getKey().getString(), row.getCell(index));
            }
        }
    }

    /**
     * Index of the column of labels.
     *
     * @param pairs spec of the pairs
     * @param labels spec of the second table, or null
     */
    static int column(final DataTableSpec pairs, final DataTableSpec labels, final String column)
        throws InvalidSettingsException {
        return labels == null ? Columns.find(pairs, column, VolumeValue.class, "labels (volumes)")
            : Columns.findOrLast(labels, labels.containsName(column) ? column : "", VolumeValue.class,
                "labels (volumes)");
    }

    /** The labels of a row of pairs; empty where there are none. */
    Optional<VolumeValue> of(final DataRow row, final PairLabel pair) {
        final DataCell cell = ownColumn >= 0 ? row.getCell(ownColumn) : byStep.get(pair.reference().toString());
        if (cell == null || cell.isMissing()) {
            without.add(pair.toString());
            return Optional.empty();
        }
        return Optional.of((VolumeValue)cell);
    }

    /** What to tell of pairs without labels, or null. */
    String warning() {
        if (without.isEmpty()) {
            return null;
        }
        return String.join(", ", without) + ": there are no labels of the reference"
            + (ownColumn >= 0 ? ", the cell is missing."
                : ". The table of labels has " + (byStep.isEmpty() ? "no rows" : String.join(", ",
                    byStep.keySet().stream().sorted().toList())) + " in 'Step'; it needs a row for the step of every "
                    + "reference.");
    }
}
