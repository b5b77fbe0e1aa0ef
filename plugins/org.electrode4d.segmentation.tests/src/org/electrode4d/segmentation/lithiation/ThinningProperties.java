// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

class ThinningProperties {

    private static byte[] noise(final long seed, final Shape shape, final int percent) {
        final Random random = new Random(seed);
        return Boxes.mask(shape, (x, y, z) -> random.nextInt(100) < percent);
    }

    @Property(tries = 200)
    void thinningKeepsTheTopology(@ForAll final long seed, @ForAll @IntRange(min = 5, max = 95) final int percent,
        @ForAll @IntRange(min = 1, max = 7) final int sizeX, @ForAll @IntRange(min = 1, max = 6) final int sizeZ) {
        final Shape shape = new Shape(sizeX, 6, sizeZ);
        final byte[] mask = noise(seed, shape, percent);
        final byte[] skeleton = Thinning.of(mask, shape, Progress.NONE);
        assertEquals(Topology.of(mask, shape), Topology.of(skeleton, shape));
        for (int i = 0; i < mask.length; i++) {
            assertTrue(skeleton[i] <= mask[i]);
        }
    }

    @Property(tries = 50)
    void aSkeletonIsItsOwnSkeleton(@ForAll final long seed, @ForAll @IntRange(min = 20, max = 80) final int percent) {
        final Shape shape = new Shape(8, 8, 8);
        final byte[] skeleton = Thinning.of(noise(seed, shape, percent), shape, Progress.NONE);
        assertArrayEquals(skeleton, Thinning.of(skeleton, shape, Progress.NONE));
    }

    /** A voxel is simple if and only if taking it away keeps the topology of its surroundings. */
    @Property(tries = 2000)
    void simpleVoxelsAreThoseThatCanGo(@ForAll @IntRange(min = 0, max = (1 << 26) - 1) final int neighbours) {
        final Shape shape = new Shape(3, 3, 3);
        final byte[] with = new byte[27];
        for (int i = 0; i < Neighbourhood.COUNT; i++) {
            with[(Neighbourhood.step(i, 2) + 1) * 9 + (Neighbourhood.step(i, 1) + 1) * 3 + Neighbourhood.step(i, 0)
                + 1] = (byte)(neighbours >>> i & 1);
        }
        final byte[] without = with.clone();
        with[13] = 1;
        assertEquals(Topology.of(with, shape).equals(Topology.of(without, shape)),
            Neighbourhood.isSimple(neighbours));
    }
}
