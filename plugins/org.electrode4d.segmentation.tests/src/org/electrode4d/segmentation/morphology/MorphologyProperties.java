// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.VolumeBorder;

class MorphologyProperties {

    private static Volume noise(final double share, final long seed) {
        return Bodies.noise(new Shape(9, 8, 7), new VoxelSize(1, 0.8, 1.3), share, seed);
    }

    private static void assertInside(final int[] smaller, final int[] larger) {
        for (int i = 0; i < smaller.length; i++) {
            assertTrue(smaller[i] <= larger[i], "voxel " + i);
        }
    }

    @Property(tries = 20)
    void openingAndClosingByBallsAreOneSidedAndIdempotent(@ForAll final long seed,
        @ForAll @DoubleRange(min = 0.05, max = 0.98) final double share,
        @ForAll @DoubleRange(min = 0.7, max = 3) final double radius, @ForAll final VolumeBorder border)
        throws IOException {
        final Volume mask = noise(share, seed);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final BallMorphology ball = BallMorphology.of(radius, border, scratch);
            final Volume opened = ball.apply(MorphologicalOperation.OPENING, mask, Progress.NONE);
            assertInside(Bodies.labels(opened), Bodies.labels(mask));
            assertArrayEquals(Bodies.labels(opened),
                Bodies.labels(ball.apply(MorphologicalOperation.OPENING, opened, Progress.NONE)));
            final Volume closed = ball.apply(MorphologicalOperation.CLOSING, mask, Progress.NONE);
            assertInside(Bodies.labels(mask), Bodies.labels(closed));
            assertArrayEquals(Bodies.labels(closed),
                Bodies.labels(ball.apply(MorphologicalOperation.CLOSING, closed, Progress.NONE)));
        }
    }

    @Property(tries = 20)
    void openingAndClosingByVoxelsAreOneSidedAndIdempotent(@ForAll final long seed,
        @ForAll @DoubleRange(min = 0.05, max = 0.98) final double share, @ForAll final VoxelElement element,
        @ForAll @IntRange(min = 1, max = 3) final int radius) {
        final Volume mask = noise(share, seed);
        final VoxelMorphology voxels = VoxelMorphology.of(element, radius);
        final Volume opened = voxels.apply(MorphologicalOperation.OPENING, mask);
        assertInside(Bodies.labels(opened), Bodies.labels(mask));
        assertArrayEquals(Bodies.labels(opened),
            Bodies.labels(voxels.apply(MorphologicalOperation.OPENING, opened)));
        final Volume closed = voxels.apply(MorphologicalOperation.CLOSING, mask);
        assertInside(Bodies.labels(mask), Bodies.labels(closed));
        assertArrayEquals(Bodies.labels(closed),
            Bodies.labels(voxels.apply(MorphologicalOperation.CLOSING, closed)));
    }
}
