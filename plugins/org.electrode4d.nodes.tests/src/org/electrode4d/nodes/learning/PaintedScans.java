// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.Map;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** Scans of a dark and a bright half, where somebody painted some voxels of two of four slices. */
final class PaintedScans {

    static final Shape SHAPE = new Shape(32, 24, 4);

    private PaintedScans() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
            SeriesColumns.column(LearningColumns.LABELS, VolumeCell.TYPE));
    }

    /** Step, volume and labels. */
    static DataCell[] row(final NodeTester tester, final String step) throws Exception {
        return new DataCell[]{new StringCell(step), tester.stored(scan(step)), tester.stored(labels(step))};
    }

    /** Grey values of 20 on the left and 180 on the right, with a pattern of 30 on top. */
    static Volume scan(final String name) {
        final float[] values = new float[(int)SHAPE.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (isBright(i) ? 180 : 20) + 7 * i % 31;
        }
        return Volume.of(name, ArrayImgs.floats(values, SHAPE.x(), SHAPE.y(), SHAPE.z()), TestVolumes.HALF);
    }

    /** 1 for dark, 2 (silicon) for bright, in every third row of slices 0 and 2; 0 elsewhere. */
    static Volume labels(final String name) {
        final byte[] labels = new byte[(int)SHAPE.voxels()];
        for (int i = 0; i < labels.length; i++) {
            final boolean painted = i / SHAPE.x() % 3 == 0 && i / (SHAPE.x() * SHAPE.y()) % 2 == 0;
            labels[i] = (byte)(painted ? isBright(i) ? 2 : 1 : 0);
        }
        return new LabelVolume(Volume.of("labels " + name,
            ArrayImgs.unsignedBytes(labels, SHAPE.x(), SHAPE.y(), SHAPE.z()), TestVolumes.HALF),
            new TreeMap<>(Map.of(2, "silicon"))).named();
    }

    static boolean isBright(final int voxel) {
        return voxel % SHAPE.x() >= SHAPE.x() / 2;
    }
}
