// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.function.ToIntFunction;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Small series of labelled scans. */
final class TestSeries {

    static final DataTableSpec SPEC =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

    private static final int EDGE = 10;

    private TestSeries() {
    }

    private static Volume cube(final ToIntFunction<int[]> value) {
        final byte[] voxels = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (byte)value.applyAsInt(new int[]{i % EDGE, i / EDGE % EDGE, i / EDGE / EDGE});
        }
        return Volume.of("cube", ArrayImgs.unsignedBytes(voxels, EDGE, EDGE, EDGE), TestVolumes.HALF);
    }

    private static boolean within(final int value, final int from, final int to) {
        return value >= from && value <= to;
    }

    /** Label 3: x 2 to 5, 7: x 6 to 7, both y and z 2 to 5; label 9: the last voxel. */
    static Volume blocks() {
        return cube(p -> p[0] == 9 && p[1] == 9 && p[2] == 9 ? 9
            : !within(p[1], 2, 5) || !within(p[2], 2, 5) ? 0 : within(p[0], 2, 5) ? 3 : within(p[0], 6, 7) ? 7 : 0);
    }

    /** 2 and 3 in turn along x. */
    static Volume grey() {
        return cube(p -> 2 + p[0] % 2);
    }

    /** 1 where label 3 and 7 are in x from 2 to the given, and in the last voxel. */
    static Volume silicon(final int lastX) {
        return cube(p -> p[0] == 9 && p[1] == 9 && p[2] == 9
            || within(p[1], 2, 5) && within(p[2], 2, 5) && within(p[0], 2, lastX) ? 1 : 0);
    }

    /** The blocks without label 7. */
    static Volume withoutSeven() {
        return cube(p -> within(p[1], 2, 5) && within(p[2], 2, 5) && within(p[0], 2, 5) ? 3 : 0);
    }
}
