// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

final class DeformedLabelsTest {

    private static final VoxelSize MICROMETRE = VoxelSize.isotropic(1);

    private static LabelVolume labels(final Shape shape, final int... values) {
        final short[] voxels = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            voxels[i] = (short)values[i];
        }
        return LabelVolume.of(Volume.of("labels",
            ArrayImgs.unsignedShorts(voxels, shape.x(), shape.y(), shape.z()), MICROMETRE));
    }

    private static int[] values(final LabelVolume labels) {
        final Block all = Block.of(labels.volume().shape());
        final int[] values = new int[all.voxels()];
        labels.read(all, values);
        return values;
    }

    private static DeformationField field(final Shape shape, final Transformation map) {
        return Fields.cubic(NodeGrid.centred(shape, 4), map);
    }

    @Test
    void labelsMoveWithTheMaterial() {
        final Shape shape = new Shape(8, 1, 1);
        final LabelVolume reference = labels(shape, 60000, 0, 7, 7, 0, 3, 0, 5);
        final LabelVolume moved = DeformedLabels.of(reference, field(shape, Transformation.translation(2.4, 0, 0)));
        assertArrayEquals(new int[] {0, 0, 60000, 0, 7, 7, 0, 3}, values(moved));
        assertEquals(VoxelType.UINT16, moved.volume().type());
    }

    /** x = 2 X: every voxel is seen twice, rounded half up. */
    @Test
    void stretchedLabelsKeepTheirNumbers() {
        final Shape shape = new Shape(8, 1, 1);
        final LabelVolume reference = labels(shape, 1, 2, 0, 4, 5, 6, 7, 8);
        final Transformation stretch = Transformation.of(new double[] {2, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN);
        assertArrayEquals(new int[] {1, 2, 2, 0, 0, 4, 4, 5},
            values(DeformedLabels.of(reference, field(shape, stretch))));
    }

    /** A ball of radius 12 in u_z = 0.005 z^2: material points lie at (sqrt(1 + 0.02 z) - 1) / 0.01. */
    @Test
    void aBallSwellsAsTheFieldSays() {
        final Shape shape = new Shape(48, 48, 80);
        final int[] ball = new int[48 * 48 * 80];
        for (int i = 0; i < ball.length; i++) {
            ball[i] = Math.hypot(Math.hypot(i % 48 - 24, i / 48 % 48 - 24), i / 48 / 48 - 30) < 12 ? 9 : 0;
        }
        final NodeGrid grid = NodeGrid.centred(shape, 8);
        final DeformationField.Builder builder = DeformationField.builder(grid, MICROMETRE);
        for (int node = 0; node < grid.size(); node++) {
            final double z = grid.position(node).z();
            builder.set(node, NodeResult.of(Transformation.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1 + 0.01 * z},
                new Point(0, 0, 0.005 * z * z)), NodeStatus.CONVERGED));
        }
        final int[] moved = values(DeformedLabels.of(labels(shape, ball), builder.build()));
        int wrong = 0;
        for (int i = 0; i < moved.length; i++) {
            final long z = Math.round((Math.sqrt(1 + 0.02 * (i / 48 / 48)) - 1) / 0.01);
            wrong += moved[i] == ball[(int)z * 48 * 48 + i % (48 * 48)] ? 0 : 1;
        }
        assertEquals(0, wrong);
    }

    @Test
    void croppedLabelsAreFoundByTheirPlace() {
        final Shape shape = new Shape(8, 1, 1);
        final Volume cropped = labels(new Shape(4, 1, 1), 1, 2, 3, 4).volume().withOrigin(new Point(3, 0, 0));
        final Transformation stretch = Transformation.of(new double[] {2, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN);
        // voxel 3 + i of the scan shows the material at 1.5 + i / 2; 2.5 is rounded up
        assertArrayEquals(new int[] {0, 0, 1, 1},
            values(DeformedLabels.of(LabelVolume.of(cropped), field(shape, stretch))));
    }

    @Test
    void whatTheFieldDoesNotKnowIsBackground() {
        final Shape shape = new Shape(8, 1, 1);
        final NodeGrid grid = new NodeGrid(new Point(1, 0, 0), new Point(3, 1, 1), 3, 1, 1);
        final DeformationField nothing = DeformationField.builder(grid, MICROMETRE).build();
        assertArrayEquals(new int[8], values(DeformedLabels.of(labels(shape, 1, 1, 1, 1, 1, 1, 1, 1), nothing)));
    }

    /** Neighbouring nodes 400 voxels apart: the block reaches all over the labels, which are read voxel by voxel. */
    @Test
    void aTornFieldGivesTheSameLabelsWithoutTheMemory() {
        final Shape shape = new Shape(4000, 8, 8);
        final int[] voxels = new int[4000 * 64];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = i % 4000 % 1000 + 1;
        }
        final Transformation squeeze = Transformation.of(new double[] {0.01, 0, 0, 0, 1, 0, 0, 0, 1}, Point.ORIGIN);
        final int[] moved = values(DeformedLabels.of(labels(shape, voxels),
            Fields.cubic(NodeGrid.centred(shape, 100), squeeze)));
        for (int x = 0; x < 40; x++) {
            assertEquals(100 * x % 1000 + 1, moved[x], "at " + x);
        }
        assertEquals(0, moved[40]);
    }

    @Test
    void voxelsOfAnotherSizeAreRefused() {
        final Shape shape = new Shape(2, 1, 1);
        final Volume small = labels(shape, 1, 1).volume().withVoxelSize(VoxelSize.isotropic(0.5));
        final VolumeException refused = assertThrows(VolumeException.class,
            () -> DeformedLabels.of(LabelVolume.of(small), field(shape, Transformation.translation(1, 0, 0))));
        assertTrue(refused.getMessage().contains("the deformation field was measured on voxels of 1.0 x 1.0 x 1.0 µm"),
            refused.getMessage());
    }
}
