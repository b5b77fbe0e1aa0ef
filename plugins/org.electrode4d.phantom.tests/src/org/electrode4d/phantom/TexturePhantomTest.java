// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import net.imglib2.parallel.Parallelization;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

class TexturePhantomTest {

    private static final Shape SHAPE = new Shape(70, 40, 30);

    private static final Detector FLOAT = Detector.NOISE_FREE.withType(VoxelType.FLOAT32);

    private static TexturePhantom phantom(final Detector detector) {
        return TexturePhantom.of(PhantomSettings.of(SHAPE).withDetector(detector));
    }

    private static float[] read(final Volume volume) {
        final Block whole = Block.of(volume.shape());
        final float[] values = new float[whole.voxels()];
        volume.read(whole, values);
        return values;
    }

    private static DescriptiveStatistics statistics(final float[] values) {
        final DescriptiveStatistics statistics = new DescriptiveStatistics();
        for (final float value : values) {
            statistics.addValue(value);
        }
        return statistics;
    }

    /** Voxel by voxel, in double. */
    private static double[] difference(final float[] a, final float[] b) {
        final double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    @Test
    void volumeHasTheSettingsFacts() {
        final Volume volume = TexturePhantom.of(PhantomSettings.of(SHAPE).withVoxelSize(new VoxelSize(0.1, 0.2, 0.3))
            .withTexture(SphereTexture.of(5))).reference();
        assertEquals(SHAPE, volume.shape());
        assertEquals(new VoxelSize(0.1, 0.2, 0.3), volume.voxelSize());
        assertEquals(VoxelType.UINT16, volume.type());
        assertEquals("spheres T0", volume.name());
        assertEquals("0", volume.metadata().get("state"));
        assertEquals(0.05, PhantomSettings.of(SHAPE).voxelSize().x());
    }

    @Test
    void referenceHasTheWantedMeanAndDeviation() {
        final DescriptiveStatistics greys = statistics(read(phantom(FLOAT).reference()));
        assertEquals(28_000, greys.getMean(), 0.05);
        assertEquals(5_000, Math.sqrt(greys.getPopulationVariance()), 0.05);
    }

    @Test
    void meanAndDeviationOfALargeReferenceAreMeasuredOnAPart() {
        final Shape large = new Shape(200, 150, 100);
        final Volume volume = TexturePhantom.of(PhantomSettings.of(large).withDetector(
            FLOAT.withGreyValues(100, 20))).reference();
        final DescriptiveStatistics greys = statistics(read(volume));
        assertEquals(100, greys.getMean(), 0.02);
        assertEquals(20, greys.getStandardDeviation(), 0.02);
    }

    @Test
    void materialPointKeepsItsGreyValue() {
        final TexturePhantom phantom = phantom(FLOAT);
        final Deformation motion = DeformationCase.JUMP.in(SHAPE);
        final float[] deformed = read(phantom.deformed(motion));
        for (int x = 3; x < 70; x += 5) {
            final float seen = deformed[(11 * 40 + 19) * 70 + x];
            assertEquals(phantom.grey(motion.inverse(new Point(x, 19, 11))), seen, 0.05);
        }
    }

    @Test
    void referenceAndUndeformedStateAreTheSameWithoutNoise() {
        final TexturePhantom phantom = phantom(Detector.NOISE_FREE);
        assertArrayEquals(read(phantom.reference()), read(phantom.deformed(Deformations.identity())));
    }

    @Test
    void integersAreTheRoundedAndClippedNumbers() {
        final Detector wide = FLOAT.withGreyValues(30_000, 25_000);
        final float[] exact = read(phantom(wide).reference());
        final float[] rounded = read(phantom(wide.withType(VoxelType.UINT16)).reference());
        int clipped = 0;
        for (int i = 0; i < exact.length; i++) {
            assertEquals(Math.rint(Math.max(0, Math.min(65_535, exact[i]))), rounded[i]);
            clipped += exact[i] < 0 || exact[i] > 65_535 ? 1 : 0;
        }
        assertNotEquals(0, clipped);
    }

    @Test
    void noiseHasTheWantedDeviationAndIsOfEachStatesOwn() {
        final TexturePhantom clean = phantom(FLOAT);
        final TexturePhantom noisy = phantom(FLOAT.withNoise(5, 3));
        final Deformation motion = DeformationCase.AFFINE.in(SHAPE);
        final double[] first = difference(read(noisy.reference()), read(clean.reference()));
        final double[] second = difference(read(noisy.deformed(motion)), read(clean.deformed(motion)));
        // 84000 voxels: five standard errors of a mean, a deviation, a correlation
        for (final double[] noise : List.of(first, second)) {
            final DescriptiveStatistics statistics = new DescriptiveStatistics(noise);
            assertEquals(0, statistics.getMean(), 17.3);
            assertEquals(1_000, statistics.getStandardDeviation(), 12.2);
        }
        assertEquals(0, new PearsonsCorrelation().correlation(first, second), 0.0173);
    }

    @Test
    void noiseFollowsItsSeed() {
        final float[] noise = read(phantom(FLOAT.withNoise(5, 3)).reference());
        assertArrayEquals(noise, read(phantom(FLOAT.withNoise(5, 3)).reference()));
        assertNotEquals(noise[0], read(phantom(FLOAT.withNoise(5, 4)).reference())[0]);
    }

    @Test
    void changedIlluminationScalesTheGreyValuesAndNotTheNoise() {
        final TexturePhantom clean = phantom(FLOAT);
        final float[] before = read(clean.deformed(Deformations.identity()));
        final GreyChange change = new GreyChange(1.2, -500);
        final float[] after = read(clean.deformed(Deformations.identity(), change));
        for (int i = 0; i < before.length; i += 13) {
            assertEquals(1.2 * before[i] - 500, after[i], 0.02);
        }
        final float[] noisy = read(phantom(FLOAT.withNoise(5, 3)).deformed(Deformations.identity(), change));
        assertEquals(1_000, new DescriptiveStatistics(difference(noisy, after)).getStandardDeviation(), 12.2);
    }

    @Test
    void voxelsDependNeitherOnBlocksNorOnThreads() {
        final TexturePhantom phantom = phantom(Detector.NOISE_FREE.withNoise(5, 3));
        final Deformation motion = Deformations.rigid(new Point(3, 5, -8), new Point(1, 2, 3), new Point(35, 20, 15));
        final float[] lazy = read(phantom.deformed(motion));
        for (final int edge : new int[] {7, 32}) {
            assertArrayEquals(lazy, Parallelization.runWithNumThreads(4, () -> inBlocks(phantom, motion, edge)));
            assertArrayEquals(lazy, Parallelization.runSingleThreaded(() -> inBlocks(phantom, motion, edge)));
        }
    }

    private static float[] inBlocks(final TexturePhantom phantom, final Deformation motion, final int edge) {
        final StateSource source = phantom.source(1, motion, GreyChange.NONE);
        final float[] whole = new float[Block.of(SHAPE).voxels()];
        Blocks.forEach(Blocks.tile(SHAPE, edge), Progress.NONE, "Rendering", block -> {
            final float[] values = new float[block.voxels()];
            source.compute(block, values);
            for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
                final long y = block.minY() + row % block.sizeY();
                final long z = block.minZ() + row / block.sizeY();
                System.arraycopy(values, row * block.sizeX(), whole,
                    (int)((z * SHAPE.y() + y) * SHAPE.x() + block.minX()), block.sizeX());
            }
        });
        return whole;
    }

    @Test
    void greyLawIsTheSameForAnyNumberOfThreads() {
        final Point point = new Point(12.3, 20.1, 7.7);
        assertEquals(Parallelization.runSingleThreaded(() -> phantom(FLOAT).grey(point)),
            Parallelization.runWithNumThreads(4, () -> phantom(FLOAT).grey(point)));
    }

    @Test
    void sliceIsAVolumeToo() {
        final Shape slice = new Shape(64, 48, 1);
        final Volume volume = TexturePhantom.of(PhantomSettings.of(slice).withTexture(SphereTexture.of(2)))
            .reference();
        assertEquals(28_000, statistics(read(volume)).getMean(), 1);
    }

    @Test
    void keepsItsSettings() {
        final PhantomSettings settings = PhantomSettings.of(SHAPE);
        assertSame(settings, TexturePhantom.of(settings).settings());
    }

    @Test
    void cancelledMeasuringStops() {
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException();
            }

            @Override
            public void report(final double fraction, final String message) {
                throw new AssertionError("nothing is done after cancelling");
            }
        };
        assertThrows(CancellationException.class, () -> TexturePhantom.of(PhantomSettings.of(SHAPE), cancelled));
    }

    @Test
    void refusesATextureWithoutContrast() {
        final PhantomSettings settings = PhantomSettings.of(new Shape(1, 1, 1));
        assertEquals("The texture is the same everywhere in 1 x 1 x 1 voxels; choose a larger volume, smaller bodies "
            + "or another seed.",
            assertThrows(IllegalArgumentException.class, () -> TexturePhantom.of(settings)).getMessage());
    }

    @Test
    void refusesNegativeStates() {
        assertEquals("States are numbered from 0, not -1.", assertThrows(IllegalArgumentException.class,
            () -> phantom(FLOAT).state(-1, Deformations.identity(), GreyChange.NONE)).getMessage());
    }
}
