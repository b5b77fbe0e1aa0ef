// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

class NonLocalMeansTest {

    /** The formula as it stands in the paper, for a voxel. */
    private static double formula(final Volume volume, final MeansSettings settings, final long x, final long y,
        final long z) {
        final int s = settings.search();
        final int sz = settings.searchZ();
        final float[] own = patch(volume, settings, x, y, z);
        double sum = 0;
        double weights = 0;
        for (final Block q : Blocks.tile(new Shape(2 * s + 1, 2 * s + 1, 2 * sz + 1), 1)) {
            final float[] other = patch(volume, settings, x + q.minX() - s, y + q.minY() - s, z + q.minZ() - sz);
            double distance = 0;
            for (int i = 0; i < own.length; i++) {
                final double difference = own[i] - other[i];
                distance += Double.isNaN(difference) ? 0
                    : difference * difference - 2 * settings.noise() * settings.noise();
            }
            final float value = other[other.length / 2];
            if (!Float.isNaN(value)) {
                final boolean same = q.minX() == s && q.minY() == s && q.minZ() == sz;
                final double weight = same ? 1 : Math.exp(-Math.max(0, distance)
                    / (own.length * settings.filter() * settings.filter()));
                sum += weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static float[] patch(final Volume volume, final MeansSettings settings, final long x, final long y,
        final long z) {
        final Block patch = new Block(x, y, z, 1, 1, 1).grow(settings.patch(), settings.patch(), settings.patchZ());
        final float[] values = new float[patch.voxels()];
        volume.read(patch, Extension.MIRROR, values);
        return values;
    }

    private static void assertFormula(final Volume volume, final MeansSettings settings) {
        final float[] denoised = TestSlices.read(NonLocalMeans.of(volume, settings));
        final Shape shape = volume.shape();
        for (int i = 0; i < denoised.length; i += 7) {
            assertEquals(formula(volume, settings, i % shape.x(), i / shape.x() % shape.y(),
                i / shape.x() / shape.y()), denoised[i], 2e-3, "voxel " + i);
        }
    }

    @Test
    void threeDimensions() {
        final Shape shape = new Shape(13, 9, 8);
        final Volume volume = TestSlices.floats(shape, TestSlices.grains(shape, 10, 1));
        assertFormula(volume, new MeansSettings(1, 2, 12, 10, false));
        assertFormula(volume, new MeansSettings(2, 3, 8, 10, false));
        assertFormula(volume, new MeansSettings(3, 2, 30, 0, false));
    }

    @Test
    void twoDimensions() {
        final Shape shape = new Shape(19, 11, 3);
        final Volume volume = TestSlices.floats(shape, TestSlices.grains(shape, 10, 2));
        assertFormula(volume, new MeansSettings(2, 4, 10, 10, true));
        final Volume image = volume.crop(new Block(0, 0, 1, 19, 11, 1));
        assertFormula(image, new MeansSettings(2, 4, 10, 10, true));
        assertArrayEquals(TestSlices.read(NonLocalMeans.of(image, new MeansSettings(2, 4, 10, 10, true))),
            TestSlices.read(NonLocalMeans.of(image, new MeansSettings(2, 4, 10, 10, false))));
    }

    @Test
    void whatIsNoNumberStaysAndTakesNoPart() {
        final Shape shape = new Shape(12, 9, 7);
        final float[] values = TestSlices.grains(shape, 10, 1);
        values[300] = Float.NaN;
        values[301] = Float.NaN;
        final Volume volume = TestSlices.floats(shape, values);
        final MeansSettings settings = new MeansSettings(1, 2, 12, 10, false);
        final float[] denoised = TestSlices.read(NonLocalMeans.of(volume, settings));
        assertEquals(Float.NaN, denoised[300]);
        assertEquals(Float.NaN, denoised[301]);
        for (final int i : new int[] {0, 299, 302, 303, 312, 312 + 108, 500}) {
            assertEquals(formula(volume, settings, i % 12, i / 12 % 9, i / 108), denoised[i], 2e-3, "voxel " + i);
        }
    }

    @Test
    void noiseGoesAndEdgesStay() {
        final Shape shape = new Shape(48, 40, 20);
        final float[] truth = TestSlices.grains(shape, 0, 1);
        final float[] noisy = TestSlices.grains(shape, 10, 1);
        final Volume volume = TestSlices.floats(shape, noisy);
        final double noise = NoiseEstimate.of(volume, false, Progress.NONE);
        final float[] denoised = TestSlices.read(
            NonLocalMeans.of(volume, new MeansSettings(2, 3, MeansSettings.FILTER_PER_NOISE * noise, noise, false)));
        assertTrue(TestSlices.rootMeanSquare(denoised, truth) < 0.42 * TestSlices.rootMeanSquare(noisy, truth),
            TestSlices.rootMeanSquare(denoised, truth) + " is left");
    }

    @Test
    void oneValueStays() {
        final float[] values = new float[8 * 7 * 6];
        java.util.Arrays.fill(values, 60_000);
        final Volume volume = TestSlices.floats(new Shape(8, 7, 6), values);
        assertArrayEquals(values,
            TestSlices.read(NonLocalMeans.of(volume, new MeansSettings(1, 1, 1, 1, false))), 0.01f);
    }

    @Test
    void blocksAndThreadsDoNotMatter() {
        final Shape shape = new Shape(70, 20, 67);
        final Volume volume = TestSlices.floats(shape, TestSlices.grains(shape, 10, 1));
        final MeansSettings settings = new MeansSettings(1, 1, 10, 10, false);
        final float[] whole =
            Parallelization.runSingleThreaded(() -> TestSlices.read(NonLocalMeans.of(volume, settings)));
        // the same place in a volume that begins elsewhere lies in other blocks
        final Volume moved = volume.crop(new Block(10, 5, 10, 60, 15, 57));
        final List<Volume> parts = new ArrayList<>();
        Parallelization.runWithNumThreads(4, () -> {
            parts.add(NonLocalMeans.of(TestSlices.chunked(moved, 11), settings));
            TestSlices.read(parts.get(0));
        });
        final float[] part = TestSlices.read(parts.get(0));
        for (int i = 0; i < part.length; i++) {
            final int x = i % 60;
            final int y = i / 60 % 15;
            final int z = i / 900;
            if (x >= 2 && y >= 2 && z >= 2) {
                assertEquals(whole[((z + 10) * 20 + y + 5) * 70 + x + 10], part[i], 0);
            }
        }
    }

    @Test
    void settingsOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new MeansSettings(0, 3, 1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new MeansSettings(1, 21, 1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new MeansSettings(1, 3, 0, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new MeansSettings(1, 3, 1, -1, false));
    }
}
