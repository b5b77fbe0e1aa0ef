// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** What the nodes that prepare scans find by themselves in their table. */
final class PreparationColumns {

    private PreparationColumns() {
    }

    /** The column "Volume"; where there is none, the volume that was computed last. */
    static String volume(final NodeParametersInput input) {
        final List<String> names = ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        return names.isEmpty() || names.contains(SeriesColumns.VOLUME) ? SeriesColumns.VOLUME
            : VolumeColumns.last(input);
    }

    /** The name of a scan as in the column "Step"; without it, that of its row. */
    static String step(final DataTableSpec spec, final DataRow row) {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        return step < 0 || row.getCell(step).isMissing() ? row.getKey().getString() : row.getCell(step).toString();
    }
}
