// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class BlockMeanTest {

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void eachVoxelIsTheMeanOfItsBlockAndRaggedEndsAreDropped() {
        final byte[] values = {
            1, 3, 10, 20, 99,
            5, 7, 30, 40, 99,
            99, 99, 99, 99, 99};
        final Volume volume = Volume.of("v", ArrayImgs.bytes(values, 5, 3, 1), VoxelSize.isotropic(0.5));
        final Volume half = BlockMean.of(volume, 2, 2, 1);
        assertEquals(new Shape(2, 1, 1), half.shape());
        assertArrayEquals(new float[] {4, 25}, read(half));
        assertEquals(new VoxelSize(1, 1, 0.5), half.voxelSize());
    }

    /** A linear ramp in µm is the same ramp after reduction: each mean is the value at the new voxel's centre. */
    @Property(tries = 40)
    void placesInMicrometresStay(@ForAll @IntRange(min = 1, max = 9) final int factorX,
        @ForAll @IntRange(min = 1, max = 9) final int factorY, @ForAll @IntRange(min = 1, max = 9) final int factorZ) {
        final VoxelSize size = new VoxelSize(0.5, 0.25, 2);
        final Point origin = new Point(10, 20, 30);
        final Volume ramp = LazyVolume.of("ramp", new Shape(20, 18, 11), size, 8, (block, values) -> {
            for (int i = 0; i < values.length; i++) {
                final Point voxel = new Point(block.minX() + i % block.sizeX(),
                    block.minY() + i / block.sizeX() % block.sizeY(),
                    block.minZ() + i / block.sizeX() / block.sizeY());
                values[i] = (float)value(origin.plus(voxel.times(size)));
            }
        }).withOrigin(origin);
        final Volume reduced = BlockMean.of(ramp, factorX, factorY, factorZ);
        final float[] values = read(reduced);
        assertEquals(value(reduced.origin()), values[0], 1e-3);
        final Shape shape = reduced.shape();
        final Point last = new Point(shape.x() - 1, shape.y() - 1, shape.z() - 1).times(reduced.voxelSize());
        assertEquals(value(reduced.origin().plus(last)), values[values.length - 1], 1e-3);
    }

    private static double value(final Point place) {
        return place.dot(new Point(3, -2, 1));
    }

    @Test
    void factorsOutOfRangeAreRefused() {
        final Volume volume = Volume.of("v", ArrayImgs.bytes(5, 3, 1), VoxelSize.isotropic(1));
        assertEquals("The factor along z must be 1 to 1 for v with 1 voxels there, but is 2.", assertThrows(
            IllegalArgumentException.class, () -> BlockMean.of(volume, 2)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> BlockMean.of(volume, 0, 1, 1));
    }
}
