// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** Images of labels, drawn as text, in tables. */
final class LabelImages {

    private LabelImages() {
    }

    /** One digit per voxel of 0.5 µm; a dot is 0. */
    static Volume image(final String name, final String... rows) {
        final String all = String.join("", rows).replace('.', '0');
        final byte[] labels = new byte[all.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(all.charAt(i) - '0');
        }
        return Volume.of(name, ArrayImgs.unsignedBytes(labels, rows[0].length(), rows.length, 1), TestVolumes.HALF);
    }

    /** The step and volumes. */
    static DataTableSpec spec(final String... columns) {
        final DataColumnSpec[] all = new DataColumnSpec[columns.length + 1];
        all[0] = SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE);
        for (int i = 0; i < columns.length; i++) {
            all[i + 1] = SeriesColumns.column(columns[i], VolumeCell.TYPE);
        }
        return new DataTableSpec(all);
    }

    /** The labels of an image in a cell, in a row of text per row. */
    static String[] drawn(final DataCell cell) throws Exception {
        final Volume volume = ((VolumeValue)cell).getVolume();
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        final String[] rows = new String[(int)volume.shape().y()];
        for (int y = 0; y < rows.length; y++) {
            final StringBuilder row = new StringBuilder();
            for (int x = 0; x < volume.shape().x(); x++) {
                final int label = (int)values[(int)(y * volume.shape().x()) + x];
                row.append(label == 0 ? "." : Integer.toString(label));
            }
            rows[y] = row.toString();
        }
        return rows;
    }
}
