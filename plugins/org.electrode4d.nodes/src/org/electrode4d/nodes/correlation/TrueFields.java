// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairLabel;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Finds the true field of a pair: in another column of its row, or in the row of the second table with its steps. */
final class TrueFields {

    private final int ownColumn;
    private final Map<String, DataCell> byPair = new HashMap<>();

    /**
     * @param spec of the first input
     * @param truth the second input, or null
     */
    TrueFields(final DataTableSpec spec, final BufferedDataTable truth, final String column)
        throws InvalidSettingsException {
        if (truth == null) {
            ownColumn = column(spec, column);
            return;
        }
        ownColumn = -1;
        final DataTableSpec truthSpec = truth.getDataTableSpec();
        final int index = column(truthSpec, column);
        for (final DataRow row : truth) {
            byPair.put(PairLabel.of(truthSpec, row).toString(), row.getCell(index));
        }
    }

    static int column(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        return Columns.find(spec, column, DeformationFieldValue.class, "deformation fields");
    }

    /** The true field of a row of the first input. */
    DeformationField of(final DataRow row, final PairLabel pair) throws IOException, KNIMEException {
        final DataCell cell = ownColumn >= 0 ? row.getCell(ownColumn) : byPair.get(pair.toString());
        if (cell == null) {
            throw NodeFailure.of("The second input has no true field for " + pair + ". It has "
                + String.join(", ", byPair.keySet()) + ".",
                "Both tables need the same names in 'Reference step' and 'Deformed step'.");
        } else if (cell.isMissing()) {
            throw NodeFailure.of("The true field of " + pair + " is missing.", "Leave out this row.");
        }
        return ((DeformationFieldValue)cell).getDeformationField();
    }
}
