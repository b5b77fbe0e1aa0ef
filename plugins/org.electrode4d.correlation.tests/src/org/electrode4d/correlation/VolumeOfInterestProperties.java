// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

final class VolumeOfInterestProperties {

    private static final VoxelSize VOXEL = new VoxelSize(0.5, 1, 2);
    private static final Volume WHOLE = Volume.of("scan", ArrayImgs.floats(new float[9 * 8 * 7], 9, 8, 7), VOXEL)
        .withOrigin(new Point(-3, 5, 7));

    @Property(tries = 200)
    void theCentreIsTheMiddleToHalfAVoxel(@ForAll @DoubleRange(min = -3, max = 1) final double x,
        @ForAll @DoubleRange(min = 5, max = 12) final double y, @ForAll @DoubleRange(min = 7, max = 19) final double z,
        @ForAll @DoubleRange(min = 0.2, max = 12) final double edge) {
        final VolumeOfInterest box = VolumeOfInterest.about(WHOLE, new Point(x, y, z), new Point(edge, edge, edge));
        final Shape shape = box.volume().shape();
        final Point middle = box.volume().origin()
            .plus(new Point((shape.x() - 1) / 2.0, (shape.y() - 1) / 2.0, (shape.z() - 1) / 2.0).times(VOXEL));
        final Point off = middle.minus(new Point(x, y, z)).dividedBy(VOXEL);
        assertTrue(Math.max(Math.abs(off.x()), Math.max(Math.abs(off.y()), Math.abs(off.z()))) <= 0.5 + 1e-9,
            off.toString());
        int outside = 0;
        for (final float value : Blobs.values(box.volume())) {
            outside += Float.isNaN(value) ? 1 : 0;
        }
        assertEquals(outside / (double)shape.voxels(), box.outside(), 1e-12);
    }
}
