// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class BlobTextureTest extends TextureFieldContract {

    @Override
    Texture texture(final long seed) {
        return BlobTexture.of(seed);
    }

    @Test
    void oneBlobPerCubeOfTheSpacing() {
        final BlobTexture fine = new BlobTexture(3, List.of(new BlobPopulation(5, 1.5, 2.5, 1)));
        final Bounds box = new Bounds(new Point(-100, 0, 50), new Point(100, 200, 250));
        final Bodies blobs = fine.field().touching(box);
        int inside = 0;
        for (int i = 0; i < blobs.count(); i++) {
            inside += box.contains(blobs.centre(i)) ? 1 : 0;
            assertTrue(blobs.size(i) >= 1.5 && blobs.size(i) < 2.5);
            assertTrue(Math.abs(blobs.amplitude(i)) <= 1);
        }
        // 64000 expected, five standard deviations of a Poisson number
        assertEquals(64_000, inside, 5 * Math.sqrt(64_000));
    }

    @Test
    void populationsAreIndependentOfEachOther() {
        final Bounds box = Bounds.around(Point.ORIGIN, 20);
        final int fine = new BlobTexture(3, List.of(BlobPopulation.FINE)).field().touching(box).count();
        final int both = BlobTexture.of(3).field().touching(box).count();
        final Bodies coarse = new BlobTexture(3, List.of(BlobPopulation.COARSE)).field().touching(box);
        assertTrue(both > fine && coarse.count() > 0);
        assertEquals(5, Math.floor(minimum(coarse)));
    }

    private static double minimum(final Bodies blobs) {
        double minimum = Double.POSITIVE_INFINITY;
        for (int i = 0; i < blobs.count(); i++) {
            minimum = Math.min(minimum, blobs.size(i));
        }
        return minimum;
    }

    @Test
    void refusesImpossiblePopulations() {
        assertEquals("A texture of blobs needs at least one population of blobs.",
            message(() -> new BlobTexture(1, List.of())));
        assertEquals("The standard deviation of blobs must lie between 0.5 and 1000 voxels, the smaller first, "
            + "not 3.0 to 2.0 voxels.", message(() -> new BlobPopulation(5, 3, 2, 1)));
        assertEquals("The mean spacing of blobs must lie between 1 and 10000 voxels, not 0.0.",
            message(() -> new BlobPopulation(0, 1, 2, 1)));
        assertEquals("The amplitude of blobs must be greater than zero, not NaN.",
            message(() -> new BlobPopulation(5, 1, 2, Double.NaN)));
        assertEquals("With a standard deviation of 100.0 voxels and a spacing of 5.0 voxels about 5832000 blobs "
            + "overlap at every voxel; use at most 100000 (greater spacing or smaller blobs).",
            message(() -> new BlobPopulation(5, 1, 100, 1)));
    }

    private static String message(final org.junit.jupiter.api.function.Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }
}
