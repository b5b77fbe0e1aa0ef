// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** In which part of the reference a pair is correlated: a mask in its row, or in a second table at its step. */
final class CorrelationMask {

    private static final int NONE = -1;

    private final int ownColumn;
    private final ReferenceLabels masks;
    private final int label;

    /** @param table with a mask for every step of a reference, or null */
    CorrelationMask(final DataTableSpec pairs, final BufferedDataTable table,
        final LocalCorrelationNodeParameters parameters) throws InvalidSettingsException {
        ownColumn = parameters.m_useMask && table == null
            ? ReferenceLabels.column(pairs, null, parameters.m_maskColumn) : NONE;
        masks = parameters.m_useMask && table != null ? new ReferenceLabels(pairs, table, parameters.m_maskColumn)
            : null;
        label = parameters.m_maskLabel;
    }

    /** Whether the column is there. */
    static void check(final DataTableSpec pairs, final DataTableSpec table,
        final LocalCorrelationNodeParameters parameters) throws InvalidSettingsException {
        if (parameters.m_useMask) {
            ReferenceLabels.column(pairs, table, parameters.m_maskColumn);
        }
    }

    /** The columns of pairs that must not be missing, with that of the mask. */
    int[] needed(final int[] others) {
        if (ownColumn == NONE) {
            return others;
        }
        final int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = ownColumn;
        return all;
    }

    /** The settings with the mask of a pair; empty where the second table has none for it. */
    Optional<LocalCorrelationSettings> apply(final DataRow row, final PairLabel pair,
        final LocalCorrelationSettings settings) throws IOException {
        if (ownColumn != NONE) {
            return Optional.of(masked(settings, (VolumeValue)row.getCell(ownColumn)));
        }
        if (masks == null) {
            return Optional.of(settings);
        }
        final Optional<VolumeValue> found = masks.of(row, pair);
        return found.isEmpty() ? Optional.empty() : Optional.of(masked(settings, found.get()));
    }

    private LocalCorrelationSettings masked(final LocalCorrelationSettings settings, final VolumeValue mask)
        throws IOException {
        final Volume volume = mask.getVolume();
        return settings.withMask(label == 0 ? volume : LabelMask.of(new LabelVolume(volume, new TreeMap<>()), label));
    }

    /** What to tell of pairs without a mask, or null. */
    String warning() {
        return masks == null ? null : masks.warning();
    }
}
