// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;

final class DistanceAndComponentProperties {

    @Property(tries = 150)
    void distancesAreThoseOfTryingEveryVoxel(@ForAll @IntRange(min = 1, max = 9) final int x,
        @ForAll @IntRange(min = 1, max = 9) final int y, @ForAll @IntRange(min = 1, max = 40) final int z,
        @ForAll @DoubleRange(min = 0.2, max = 5) final double edge, @ForAll final long seed) throws IOException {
        final Volume noise = Bodies.noise(new Shape(x, y, z), new VoxelSize(1, 0.5, edge), 0.97, seed);
        final boolean open = Bodies.labels(noise)[0] == 0;
        final VolumeBorder border = open ? VolumeBorder.OPEN : VolumeBorder.BACKGROUND;
        if (open || noise.shape().voxels() > 1) {
            try (ScratchSpace scratch = ScratchSpace.open()) {
                assertArrayEquals(Bruteforce.distances(noise, border),
                    Bodies.floats(DistanceTransform.of(noise, border, scratch, Progress.NONE)), 3e-6f);
            }
        }
    }

    @Property(tries = 150)
    void componentsAreThoseOfFlooding(@ForAll @IntRange(min = 1, max = 20) final int x,
        @ForAll @IntRange(min = 1, max = 20) final int y, @ForAll @IntRange(min = 1, max = 40) final int z,
        @ForAll @DoubleRange(min = 0, max = 1) final double share, @ForAll final Connectivity connectivity,
        @ForAll final long seed) throws IOException {
        final Volume noise = Bodies.noise(new Shape(x, y, z), VoxelSize.isotropic(1), share, seed);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components found = ConnectedComponents.of(noise, connectivity, scratch, Progress.NONE);
            final int[] labels = Bodies.labels(found.labels().volume());
            assertArrayEquals(Bruteforce.components(noise, connectivity), labels);
            final long[] sizes = new long[found.count() + 1];
            for (final int label : labels) {
                sizes[label]++;
            }
            assertArrayEquals(sizes, found.sizes());
        }
    }

    @Property(tries = 60)
    void fillingTwiceChangesNothingAndAddsOnly(@ForAll @IntRange(min = 1, max = 12) final int x,
        @ForAll @IntRange(min = 1, max = 12) final int z, @ForAll final boolean planewise,
        @ForAll final Connectivity background, @ForAll final long seed) throws IOException {
        final Volume noise = Bodies.noise(new Shape(x, 9, z), VoxelSize.isotropic(1), 0.8, seed);
        final HoleFilling.Holes holes = new HoleFilling.Holes(background, planewise, Long.MAX_VALUE);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume filled = HoleFilling.of(noise, holes, scratch, Progress.NONE).mask();
            final int[] once = Bodies.labels(filled);
            assertArrayEquals(once, Bodies.labels(HoleFilling.of(filled, holes, scratch, Progress.NONE).mask()));
            final int[] before = Bodies.labels(noise);
            for (int i = 0; i < once.length; i++) {
                assertEquals(1, Math.max(once[i], 1 - before[i]));
            }
        }
    }
}
