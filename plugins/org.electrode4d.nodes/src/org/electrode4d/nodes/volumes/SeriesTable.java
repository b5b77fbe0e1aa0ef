// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.Map;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Builds a series table row by row. */
final class SeriesTable {

    private final BufferedDataContainer container;
    private int rows;

    SeriesTable(final ExecutionContext context) {
        container = context.createDataContainer(SeriesColumns.spec());
    }

    /** Adds a scan. The state of the cell comes from the input table, else from the metadata of the volume. */
    void add(final ScanSource scan, final Volume volume, final VolumeCell cell) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)rows), scan.step(rows),
            state(scan, volume, SeriesColumns.TIME), state(scan, volume, SeriesColumns.POTENTIAL),
            state(scan, volume, SeriesColumns.STATE_OF_CHARGE), cell));
        rows++;
    }

    private static DataCell state(final ScanSource scan, final Volume volume, final String column) {
        if (scan.state(column) instanceof DoubleValue number) {
            return new DoubleCell(number.getDoubleValue());
        }
        return fromMetadata(volume.metadata(), column);
    }

    private static DataCell fromMetadata(final Map<String, String> metadata, final String column) {
        final String text = metadata.get(column);
        if (text == null || !text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
            return new MissingCell(column + " of this scan is not known.");
        }
        return new DoubleCell(Double.parseDouble(text));
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
