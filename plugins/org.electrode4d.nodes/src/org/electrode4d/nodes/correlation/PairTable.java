// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The pairs of scans of an input that is either a table of pairs (it has the volumes "Reference" and "Deformed") or a
 * series, whose scans are paired here.
 *
 * @param missing IDs of rows without a volume, which are left out
 */
record PairTable(List<PairRow> rows, List<String> missing) {

    /** Whether a table holds pairs, not single scans. */
    static boolean holdsPairs(final DataTableSpec spec) {
        return isVolume(spec, PairColumns.REFERENCE) && isVolume(spec, PairColumns.DEFORMED);
    }

    private static boolean isVolume(final DataTableSpec spec, final String column) {
        return spec.containsName(column) && spec.getColumnSpec(column).getType().isCompatible(VolumeValue.class);
    }

    /**
     * Checks that the columns are there.
     *
     * @param volumeColumn of a series
     * @param startColumn of a table of pairs; empty for the last field, or none
     */
    static void check(final DataTableSpec spec, final String volumeColumn, final String startColumn)
        throws InvalidSettingsException {
        if (holdsPairs(spec)) {
            startColumn(spec, startColumn);
        } else {
            Columns.findOrLast(spec, volumeColumn, VolumeValue.class, "volumes");
        }
    }

    private static int startColumn(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        final boolean any = spec.containsCompatibleType(DeformationFieldValue.class);
        return column.isEmpty() && !any ? -1
            : Columns.findOrLast(spec, column, DeformationFieldValue.class, "deformation fields");
    }

    /** @param pairing of a series */
    static PairTable read(final BufferedDataTable table, final String volumeColumn, final Pairing pairing,
        final String startColumn) throws InvalidSettingsException {
        return holdsPairs(table.getDataTableSpec()) ? ofPairs(table, startColumn)
            : ofSeries(table, volumeColumn, pairing);
    }

    private static PairTable ofPairs(final BufferedDataTable table, final String startColumn)
        throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int reference = spec.findColumnIndex(PairColumns.REFERENCE);
        final int deformed = spec.findColumnIndex(PairColumns.DEFORMED);
        final int start = startColumn(spec, startColumn);
        final PairTable pairs = new PairTable(new ArrayList<>(), new ArrayList<>());
        for (final DataRow row : table) {
            if (row.getCell(reference).isMissing() || row.getCell(deformed).isMissing()) {
                pairs.missing.add(row.getKey().getString());
            } else {
                final PairLabel label = PairLabel.of(spec, row);
                final ScanPair scans = new ScanPair(label.reference().toString(), label.deformed().toString(),
                    row.getCell(reference), row.getCell(deformed));
                pairs.rows.add(new PairRow(scans, start < 0 ? Optional.empty() : field(row.getCell(start)), row));
            }
        }
        return pairs;
    }

    private static Optional<DeformationFieldValue> field(final DataCell cell) {
        return cell.isMissing() ? Optional.empty() : Optional.of((DeformationFieldValue)cell);
    }

    private static PairTable ofSeries(final BufferedDataTable table, final String volumeColumn,
        final Pairing pairing) throws InvalidSettingsException {
        final Series series = Series.read(table, volumeColumn);
        final List<ScanPair> scans = series.pairs(pairing);
        final List<DataRow> complete = new ArrayList<>();
        for (final DataRow row : table) {
            if (!series.missing().contains(row.getKey().getString())) {
                complete.add(row);
            }
        }
        final PairTable pairs = new PairTable(new ArrayList<>(), series.missing());
        for (int i = 0; i < scans.size(); i++) {
            pairs.rows.add(new PairRow(scans.get(i), Optional.empty(), complete.get(i + 1)));
        }
        return pairs;
    }
}
