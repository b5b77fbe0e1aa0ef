// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.NodeParametersInput;

/** What morphology, watershed and scores read of a row of a series. */
record MorphologyRow(DataTableSpec spec, DataRow row) {

    /** The scan's name, or else that of the row. */
    String name() {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        return step < 0 || row.getCell(step).isMissing() ? row.getKey().getString() : row.getCell(step).toString();
    }

    Volume volume(final int column) throws IOException {
        return ((VolumeValue)row.getCell(column)).getVolume();
    }

    /** @param label that is inside; 0 for every value other than 0 */
    Volume mask(final int column, final int label) throws IOException {
        final Volume volume = volume(column);
        return label == 0 ? volume : LabelMask.of(LabelVolume.of(volume), label);
    }

    /** The first of some names that the table has, or else its last volume. */
    static String column(final NodeParametersInput input, final String... names) {
        final List<String> columns = input.getInTableSpec(0).map(spec -> List.of(spec.getColumnNames()))
            .orElse(List.of());
        for (final String name : names) {
            if (columns.contains(name)) {
                return name;
            }
        }
        return VolumeColumns.last(input);
    }
}
