// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeMap;

import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the mask is in a row of a pairs table.
 *
 * @param column index; -1 for no mask
 * @param label that counts; 0 for every value that is not 0
 */
record MaskCell(int column, int label) {

    private static final int NONE = -1;

    static MaskCell of(final DataTableSpec spec, final LocalCorrelationNodeParameters parameters)
        throws InvalidSettingsException {
        return new MaskCell(parameters.m_useMask
            ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks") : NONE, parameters.m_maskLabel);
    }

    /** The columns that must not be missing, with that of the mask. */
    int[] needed(final int[] others) {
        if (column == NONE) {
            return others;
        }
        final int[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = column;
        return all;
    }

    /** The settings with the mask of a row. */
    LocalCorrelationSettings apply(final DataRow row, final LocalCorrelationSettings settings) throws IOException {
        if (column == NONE) {
            return settings;
        }
        final Volume volume = ((VolumeValue)row.getCell(column)).getVolume();
        return settings.withMask(label == 0 ? volume : LabelMask.of(new LabelVolume(volume, new TreeMap<>()), label));
    }
}
