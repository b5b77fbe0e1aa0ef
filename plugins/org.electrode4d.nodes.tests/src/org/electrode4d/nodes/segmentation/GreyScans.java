// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Tables of small scans. */
final class GreyScans {

    static final DataTableSpec SCANS = new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
        SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

    static final DataTableSpec MASKED = new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
        SeriesColumns.column("Mask", VolumeCell.TYPE), SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

    private GreyScans() {
    }

    /** One row of 8-bit voxels per slice, 0.5 µm. */
    static Volume scan(final int[]... slices) {
        final byte[] values = new byte[slices.length * slices[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)slices[i / slices[0].length][i % slices[0].length];
        }
        return Volume.of("scan", ArrayImgs.unsignedBytes(values, slices[0].length, 1, slices.length),
            VoxelSize.isotropic(0.5));
    }

    static BufferedDataTable table(final NodeTester tester, final Volume... scans) throws Exception {
        final DataCell[][] rows = new DataCell[scans.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DataCell[]{new StringCell("T" + i),
                tester.stored(scans[i])};
        }
        return tester.table(SCANS, rows);
    }

    static BufferedDataTable masked(final NodeTester tester, final Volume scan, final Volume mask) throws Exception {
        return tester.table(MASKED, new DataCell[]{new StringCell("T0"),
            tester.stored(mask),
            tester.stored(scan)});
    }

    /** The labels in a cell. */
    static LabelVolume labels(final DataCell cell) throws Exception {
        return LabelVolume.of(((VolumeValue)cell).getVolume());
    }

    /** All values of a cell, x fastest. */
    static int[] values(final DataCell cell) throws Exception {
        final LabelVolume labels = labels(cell);
        final Block all = Block.of(labels.volume().shape());
        final int[] values = new int[all.voxels()];
        labels.read(all, values);
        return values;
    }
}
