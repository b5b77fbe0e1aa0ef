// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** A series with labels of the reference scan, and on demand a mask of every scan. */
final class LabelledScans {

    private static final int NONE = -1;

    private final Map<String, DataRow> rows = new HashMap<>();
    private final int labels;
    private final int mask;
    private final int[] maskLabels;
    private String reference;

    /** The columns that a series needs. */
    private LabelledScans(final DataTableSpec spec, final LabelPropagationNodeParameters parameters)
        throws InvalidSettingsException {
        labels = Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels (volumes)");
        mask = parameters.m_useMask
            ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks (volumes)") : NONE;
        maskLabels = parameters.maskLabels();
        reference = parameters.m_reference.strip();
    }

    /** @throws InvalidSettingsException where a column is missing */
    static void check(final DataTableSpec spec, final LabelPropagationNodeParameters parameters)
        throws InvalidSettingsException {
        new LabelledScans(spec, parameters);
    }

    /** @throws InvalidSettingsException where a column or the reference is missing */
    static LabelledScans read(final BufferedDataTable table, final LabelPropagationNodeParameters parameters)
        throws InvalidSettingsException {
        final LabelledScans scans = new LabelledScans(table.getDataTableSpec(), parameters);
        for (final DataRow row : table) {
            final String step = ScanStep.of(table.getDataTableSpec(), row).name();
            scans.rows.put(step, row);
            if (scans.reference.isEmpty() && !row.getCell(scans.labels).isMissing()) {
                scans.reference = step;
            }
        }
        if (!parameters.m_reference.isBlank() && !scans.hasLabels()) {
            throw new InvalidSettingsException("The reference step '" + scans.reference + "' has no labels in '"
                + parameters.m_labelColumn + "'; the steps are " + String.join(", ", scans.rows.keySet().stream()
                    .sorted().toList()) + ".");
        }
        return scans;
    }

    private boolean hasLabels() {
        return rows.containsKey(reference) && !rows.get(reference).getCell(labels).isMissing();
    }

    /** The step whose labels are carried along; empty where no row has labels. */
    String reference() {
        return reference;
    }

    /** The cell with the labels of the reference, which there are. */
    DataCell referenceCell() {
        return rows.get(reference).getCell(labels);
    }

    LabelVolume referenceLabels() throws IOException {
        return LabelVolume.of(Masks.requireIntegers(((VolumeValue)referenceCell()).getVolume(), "the labels"));
    }

    /** The mask of a scan; empty where there is none. */
    Optional<Volume> mask(final String step) throws IOException {
        final DataRow row = rows.get(step);
        return row == null || mask == NONE || row.getCell(mask).isMissing() ? Optional.empty()
            : Optional.of(VolumeColumns.mask(row, mask, maskLabels));
    }
}
