// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.correlation.alignment.AlignmentScan;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** What the Series Alignment reads of a row; columns of -1 are not there. */
record AlignmentRow(int volumeColumn, int maskColumn, int inPlaneColumn, int[] labels) {

    static AlignmentRow of(final DataTableSpec spec, final SeriesAlignmentNodeParameters parameters)
        throws InvalidSettingsException {
        return new AlignmentRow(Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes"),
            parameters.hasMask() ? Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks") : -1,
            parameters.hasInPlaneMask()
                ? Columns.find(spec, parameters.m_inPlaneColumn, VolumeValue.class, "masks for the plane") : -1,
            parameters.labels());
    }

    /** The scan alone: a mask may be that of the first scan only. */
    int[] needed() {
        return new int[] {volumeColumn};
    }

    DataCell volume(final DataRow row) {
        return row.getCell(volumeColumn);
    }

    AlignmentScan scan(final DataRow row) throws IOException {
        return new AlignmentScan(((VolumeValue)volume(row)).getVolume(),
            volume(row, maskColumn).map(this::mask), volume(row, inPlaneColumn));
    }

    private Volume mask(final Volume labelled) {
        return labels.length == 0 || !labelled.type().isInteger() ? labelled
            : LabelMask.of(LabelVolume.of(labelled), labels);
    }

    private static Optional<Volume> volume(final DataRow row, final int column) throws IOException {
        return column < 0 || row.getCell(column).isMissing() ? Optional.empty()
            : Optional.of(VolumeColumns.volume(row, column));
    }
}
