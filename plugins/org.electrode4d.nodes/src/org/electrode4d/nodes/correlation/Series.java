// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The scans of a series table in their order.
 *
 * @param steps names of the scans
 * @param volumes their volume cells
 * @param missing IDs of rows without a volume, which are left out
 */
record Series(List<String> steps, List<DataCell> volumes, List<String> missing) {

    /** Steps are called as in the column "Step"; without it, as their rows. */
    static Series read(final BufferedDataTable table, final String volumeColumn) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int volume = Columns.findOrLast(spec, volumeColumn, VolumeValue.class, "volumes");
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        final Series series = new Series(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (final DataRow row : table) {
            final String id = row.getKey().getString();
            if (row.getCell(volume).isMissing()) {
                series.missing.add(id);
            } else {
                series.volumes.add(row.getCell(volume));
                series.steps.add(step < 0 || row.getCell(step).isMissing() ? id : row.getCell(step).toString());
            }
        }
        return series;
    }

    List<ScanPair> pairs(final Pairing pairing) {
        final List<ScanPair> pairs = new ArrayList<>();
        for (int i = 1; i < volumes.size(); i++) {
            final int reference = pairing == Pairing.CONSECUTIVE ? i - 1 : 0;
            pairs.add(new ScanPair(steps.get(reference), steps.get(i), volumes.get(reference), volumes.get(i)));
        }
        return pairs;
    }
}
