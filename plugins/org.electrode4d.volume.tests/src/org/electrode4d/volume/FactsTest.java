// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voxel sizes, shapes, points and blocks. */
class FactsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aVoxelHasPositiveEdges(final double edge) {
        final var error = assertThrows(IllegalArgumentException.class, () -> new VoxelSize(1, edge, 1));
        assertEquals("The voxel size along y is " + edge + " µm, but must be a number greater than zero.",
            error.getMessage());
    }

    @Test
    void voxelSizesScale() {
        final VoxelSize size = VoxelSize.isotropic(0.5);
        assertTrue(size.isIsotropic());
        assertEquals(new VoxelSize(1, 1.5, 2), size.times(2, 3, 4));
        assertFalse(size.times(1, 1, 2).isIsotropic());
        assertEquals(0.125, size.volume());
    }

    @Test
    void aVolumeHasVoxels() {
        final var error = assertThrows(IllegalArgumentException.class, () -> new Shape(3, 0, 1));
        assertEquals("A volume needs at least one voxel along every axis, but has 3 x 0 x 1.", error.getMessage());
        assertEquals(8_589_934_592L, new Shape(2048, 2048, 2048).voxels());
        assertThrows(ArithmeticException.class, () -> new Shape(1L << 40, 1L << 40, 1).voxels());
    }

    @Test
    void blocksGrowAndAreClipped() {
        final Block block = new Block(1, 2, 3, 4, 5, 6);
        assertEquals(new Block(-1, 0, 1, 8, 9, 10), block.grow(2));
        assertEquals(block, block.grow(2).grow(-2));
        assertEquals(new Block(0, 0, 1, 5, 4, 5), block.grow(2).clip(new Shape(5, 4, 6)));
        assertTrue(block.clip(new Shape(1, 1, 1)).isEmpty());
        assertEquals(new Block(3, 4, 5, 5, 5, 5), Block.around(5, 6, 7, 2));
        assertEquals(120, block.voxels());
        assertThrows(ArithmeticException.class, () -> new Block(0, 0, 0, 2048, 2048, 2048).voxels());
    }

    @Test
    void containmentKnowsBothEnds() {
        final Shape shape = new Shape(4, 4, 4);
        assertTrue(shape.contains(new Block(0, 0, 0, 4, 4, 4)));
        assertFalse(shape.contains(new Block(-1, 0, 0, 1, 1, 1)));
        assertFalse(shape.contains(new Block(0, 0, 3, 1, 1, 2)));
    }

    @Test
    void pointsAreVectors() {
        final Point p = new Point(3, 4, 0);
        assertEquals(5, p.norm());
        assertEquals(new Point(4, 6, 3), p.plus(new Point(1, 2, 3)));
        assertEquals(new Point(1.5, 8, 0), p.times(new VoxelSize(0.5, 2, 7)));
        assertEquals(p, p.times(new VoxelSize(0.5, 2, 7)).dividedBy(new VoxelSize(0.5, 2, 7)));
        assertEquals(5, p.distance(Point.ORIGIN));
    }
}
