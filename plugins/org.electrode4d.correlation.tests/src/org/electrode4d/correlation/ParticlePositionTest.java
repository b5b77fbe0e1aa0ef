// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

final class ParticlePositionTest {

    /** Label 3 at x = 1 and 2, label 7 at x = 5, in a row of voxels of 0.5 x 1 x 2 µm from (10, 20, 30) µm on. */
    private static List<ParticlePosition> row() {
        final byte[] labels = {0, 3, 3, 0, 0, 7};
        final Volume volume = Volume.of("labels", ArrayImgs.unsignedBytes(labels, 6, 1, 1), new VoxelSize(0.5, 1, 2))
            .withOrigin(new Point(10, 20, 30));
        return ParticlePosition.all(new LabelVolume(volume, new TreeMap<>()), Progress.NONE);
    }

    @Test
    void centresOfMassAreInMicrometres() {
        assertEquals(List.of(new ParticlePosition(3, new Point(10.75, 20, 30), 2),
            new ParticlePosition(7, new Point(12.5, 20, 30), 1)), row());
    }

    @Test
    void particlesAreChosenBySizeLabelOrPlace() {
        assertEquals(List.of(3), ParticlePosition.largest(row(), 1, 0).stream().map(ParticlePosition::label).toList());
        assertEquals(List.of(3), ParticlePosition.largest(row(), 9, 2).stream().map(ParticlePosition::label).toList());
        assertEquals(7, ParticlePosition.ofLabel(row(), 7).get().label());
        assertTrue(ParticlePosition.ofLabel(row(), 4).isEmpty());
        assertEquals(7, ParticlePosition.nearest(row(), new Point(12, 20, 30), 1).get().label());
        assertTrue(ParticlePosition.nearest(row(), new Point(12, 24, 30), 1).isEmpty());
    }

    @Test
    void aFieldCarriesTheCentre() {
        final ParticlePosition particle = new ParticlePosition(5, new Point(9.5, 7, 20), 80);
        final DeformationField field = Fields.of(Fields.GRID, Fields::quadratic);
        final Point voxel = new Point(19, 28, 10);
        final Point moved = particle.centre().plus(Fields.quadratic(voxel).displacement().times(Fields.VOXEL));
        final ParticlePosition carried = particle.carriedBy(field).get();
        assertEquals(0, carried.centre().distance(moved), 1e-9);
        assertEquals(5, carried.label());
        assertEquals(0, carried.voxels());
    }

    @Test
    void aFieldWithoutNodesCarriesNothing() {
        final int[] all = new int[Fields.GRID.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        final DeformationField nothing = Fields.failing(Fields.affine(Transformation.IDENTITY), all);
        assertEquals(Optional.empty(), new ParticlePosition(1, new Point(5, 5, 5), 1).carriedBy(nothing));
    }

    private static Volume counting() {
        final short[] voxels = new short[10 * 8 * 6];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short)i;
        }
        return Volume.of("scan", ArrayImgs.unsignedShorts(voxels, 10, 8, 6), new VoxelSize(0.5, 1, 2))
            .withOrigin(new Point(100, 0, 0));
    }

    @Test
    void aBoxInsideIsAViewOnWholeVoxels() {
        final VolumeOfInterest box = VolumeOfInterest.about(counting(), new Point(102.1, 4, 6.9), new Point(1.5, 2, 4));
        assertEquals(0, box.outside());
        assertEquals(VoxelType.UINT16, box.volume().type());
        assertEquals("3 x 2 x 2", box.volume().shape().toString());
        assertEquals(new Point(101.5, 4, 6), box.volume().origin(), "4.2 - 1 and 4 - 0.5 and 3.45 - 0.5, rounded");
        assertEquals((3 * 8 + 4) * 10 + 3, Blobs.values(box.volume())[0]);
    }

    @Test
    void aBoxThatSticksOutIsNotANumberThere() {
        final VolumeOfInterest box = VolumeOfInterest.about(counting(), new Point(100, 0, 0), new Point(1.5, 1, 2));
        assertEquals(1 / 3.0, box.outside(), 1e-12);
        assertEquals(VoxelType.FLOAT32, box.volume().type());
        assertEquals(new Point(99.5, 0, 0), box.volume().origin());
        final float[] values = Blobs.values(box.volume());
        assertTrue(Float.isNaN(values[0]));
        assertEquals(0, values[1]);
        assertEquals(1, values[2]);
    }

    @Test
    void aBoxElsewhereIsAnError() {
        final String message = assertThrows(CorrelationException.class,
            () -> VolumeOfInterest.about(counting(), new Point(0, 0, 0), new Point(3, 3, 3))).getMessage();
        assertTrue(message.contains("wholly outside scan"), message);
        assertThrows(IllegalArgumentException.class,
            () -> VolumeOfInterest.about(counting(), new Point(100, 0, 0), new Point(3, 0, 3)));
    }
}
