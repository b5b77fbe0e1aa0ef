// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * A column of volumes, and one of masks beside it.
 *
 * @param volume index of the column
 * @param mask index of the column; -1 for none
 */
record ThresholdMask(int volume, int mask) {

    static ThresholdMask of(final DataTableSpec spec, final String volume, final boolean useMask, final String mask)
        throws InvalidSettingsException {
        return new ThresholdMask(Columns.findOrLast(spec, volume, VolumeValue.class, "volumes"),
            useMask ? Columns.find(spec, mask, VolumeValue.class, "masks") : -1);
    }

    /** The columns that must not be missing. */
    int[] needed() {
        return mask < 0 ? new int[]{volume} : new int[]{volume, mask};
    }

    Volume volume(final DataRow row) throws IOException {
        return VolumeColumns.volume(row, volume);
    }

    /** Null where there is none. */
    Volume mask(final DataRow row) throws IOException {
        return mask < 0 ? null : VolumeColumns.volume(row, mask);
    }
}
