// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

class MarchingCubesProperties {

    private static Volume noise(final long seed, final int x, final int y, final int z, final double part) {
        final Random random = new Random(seed);
        final float[] values = new float[x * y * z];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < part ? random.nextFloat() : -random.nextFloat();
        }
        return Volume.of("noise", ArrayImgs.floats(values, x, y, z), VoxelSize.isotropic(1));
    }

    /** All ambiguous cells occur; edges that one triangle has alone are in the outermost planes of voxel centres. */
    @Property(tries = 200)
    void surfacesAreOpenAtTheBorderOnly(@ForAll final long seed, @ForAll @IntRange(min = 2, max = 9) final int x,
        @ForAll @IntRange(min = 2, max = 9) final int z, @ForAll @DoubleRange(min = 0.1, max = 0.9) final double part) {
        final TriangleSurface surface = MarchingCubes.of(noise(seed, x, 6, z, part), 0, Progress.NONE);
        SurfaceBodies.openEdges(surface).forEach((edge, count) -> {
            assertEquals(1, count, "an edge is used twice in one direction");
            final Point from = surface.point((int)(edge >>> 32));
            final Point to = surface.point((int)(long)edge);
            assertTrue(isCut(from.x(), to.x(), x - 1) || isCut(from.y(), to.y(), 5) || isCut(from.z(), to.z(), z - 1),
                () -> "open from " + from + " to " + to);
        });
    }

    private static boolean isCut(final double from, final double to, final int last) {
        return from == to && (from == 0 || from == last);
    }

    @Property(tries = 100)
    void theAreaAloneIsThatOfTheTriangles(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 9) final int slab) {
        final Volume noise = noise(seed, 7, 8, 9, 0.5);
        final double area = MarchingCubes.area(noise, 0, slab, Progress.NONE);
        assertEquals(area, MarchingCubes.of(noise, 0, slab, Long.MAX_VALUE, Progress.NONE).area(), 1e-6 * area);
    }
}
