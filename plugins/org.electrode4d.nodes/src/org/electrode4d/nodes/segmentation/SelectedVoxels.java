// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Which voxels of the volumes of a column are inside.
 *
 * @param column index
 * @param labels that are inside; where there are none, everything is that is not 0
 */
record SelectedVoxels(int column, List<Integer> labels) {

    /** Column of a mask. */
    static final String MASK = "Mask";

    /** Column of particles, each with a label of its own. */
    static final String PARTICLES = "Particles";

    private static final String LABELS_TITLE = "Labels";

    /** @throws InvalidSettingsException if there is no such column, or the labels are none */
    static SelectedVoxels of(final DataTableSpec spec, final String column, final String labels)
        throws InvalidSettingsException {
        return new SelectedVoxels(Columns.findOrLast(spec, column, VolumeValue.class, "masks"), parse(labels));
    }

    static List<Integer> parse(final String labels) throws InvalidSettingsException {
        return NumberList.parse(labels, LABELS_TITLE);
    }

    /** The labels as {@link VolumeColumns#mask} takes them: none where every value other than 0 is inside. */
    static int[] numbers(final String labels) throws InvalidSettingsException {
        return parse(labels).stream().mapToInt(Integer::intValue).toArray();
    }

    /** The volume of a row with its labels. */
    Volume volume(final DataRow row) throws IOException {
        return Masks.requireIntegers(VolumeColumns.volume(row, column), "a mask");
    }

    /** The mask of a row. */
    Volume mask(final DataRow row) throws IOException {
        final Volume volume = volume(row);
        return labels.isEmpty() ? volume
            : LabelMask.of(LabelVolume.of(volume), labels.stream().mapToInt(Integer::intValue).toArray());
    }
}
