// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.table.PairLabel;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Deformation fields by the names of their scans; read from disk when asked for. */
record StepFields(Map<String, DeformationFieldValue> byPair) {

    /** @param table may be null: no fields */
    static StepFields read(final BufferedDataTable table, final String fieldColumn) throws InvalidSettingsException {
        final StepFields fields = new StepFields(new HashMap<>());
        if (table != null) {
            final DataTableSpec spec = table.getDataTableSpec();
            final int field = PairCells.fieldOnly(spec, fieldColumn).field();
            for (final DataRow row : table) {
                if (!row.getCell(field).isMissing()) {
                    final PairLabel pair = PairLabel.of(spec, row);
                    fields.byPair.put(key(pair.reference().toString(), pair.deformed().toString()),
                        (DeformationFieldValue)row.getCell(field));
                }
            }
        }
        return fields;
    }

    private static String key(final String reference, final String deformed) {
        return reference + '\n' + deformed;
    }

    Optional<DeformationField> find(final String reference, final String deformed) throws IOException {
        final DeformationFieldValue value = byPair.get(key(reference, deformed));
        return value == null ? Optional.empty() : Optional.of(value.getDeformationField());
    }
}
