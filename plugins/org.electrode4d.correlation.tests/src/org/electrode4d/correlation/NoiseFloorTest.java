// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.Callable;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class NoiseFloorTest {

    private static final Shape SHAPE = new Shape(70, 40, 40);
    private static final double NOISE = 500;
    private static final ResidualSettings SETTINGS = ResidualSettings.defaults();
    /** Of white noise a Gaussian of 2 voxels leaves 1 / (2 sqrt(pi) 2) of the variance, along each of three axes. */
    private static final double SMOOTHED = NOISE * Math.sqrt(2) * Math.pow(1 / (4 * Math.sqrt(Math.PI)), 1.5);

    private static DeformationField field(final VolumePair pair, final Transformation map) {
        return DeformationField.uniform(NodeGrid.centred(SHAPE, 12), pair.reference().voxelSize(), pair.centre(), map);
    }

    private static final VolumePair UNMOVED = doubleScan(Transformation.IDENTITY);

    private static VolumePair doubleScan(final Transformation map) {
        return new Blobs(SHAPE, NOISE).pair(map);
    }

    private static NoiseFloor noise(final VolumePair pair, final Transformation map, final ResidualSettings settings) {
        return NoiseFloor.of(pair, field(pair, map), settings, Optional.empty(), Progress.NONE);
    }

    @Test
    void theDistributionIsThatOfTheNoise() {
        final NoiseFloor floor = noise(UNMOVED, Transformation.IDENTITY,
            SETTINGS.withSigma(0));
        final double sd = NOISE * Math.sqrt(2);
        assertEquals(SHAPE.voxels(), floor.voxels());
        assertEquals(0, floor.mean(), 4 * sd / Math.sqrt(SHAPE.voxels()));
        assertEquals(sd, floor.sd(), 0.01 * sd);
        assertEquals(sd, floor.robustSd(), 0.01 * sd);
        assertEquals(NOISE, floor.greyNoise(), 0.01 * NOISE);
        assertEquals(1.95996 * sd, floor.threshold(95), 0.02 * sd);
        assertEquals(2.57583 * sd, floor.threshold(99), 0.04 * sd);
        assertEquals(3.29053 * sd, floor.threshold(99.9), 0.1 * sd);
        assertTrue(floor.doubts().isEmpty(), floor.doubts().toString());
    }

    @Test
    void smoothingTakesMostOfIt() {
        final NoiseFloor floor = noise(UNMOVED, Transformation.IDENTITY, SETTINGS);
        assertEquals(SMOOTHED, floor.sd(), 0.12 * SMOOTHED);
        assertEquals(NOISE, floor.greyNoise(), 0.01 * NOISE);
    }

    @Test
    void aShiftBetweenTheScansIsTakenOut() {
        final Transformation shift = Transformation.translation(1.4, -2.3, 0.5);
        final NoiseFloor floor = noise(doubleScan(shift), shift, SETTINGS);
        assertTrue(floor.threshold(99.9) < 4.5 * SMOOTHED, floor.threshold(99.9) + " of " + SMOOTHED);
        assertTrue(floor.threshold(99.9) > 2 * SMOOTHED);
        assertTrue(floor.greyNoise() < NOISE && floor.greyNoise() > 0.84 * NOISE, "interpolation damps noise");
        assertTrue(floor.voxels() < SHAPE.voxels(), "voxels that came from outside do not count");
        assertTrue(floor.doubts().isEmpty(), floor.doubts().toString());
        final NoiseFloor notDeformed = noise(doubleScan(shift), Transformation.IDENTITY, SETTINGS);
        assertTrue(notDeformed.threshold(99.9) > 10 * floor.threshold(99.9));
    }

    @Test
    void theThresholdEmptiesTheMapOfTheSameScans() {
        final VolumePair pair = UNMOVED;
        final double threshold = noise(pair, Transformation.IDENTITY, SETTINGS).threshold(99);
        final Volume map = ResidualMap.of(pair, field(pair, Transformation.IDENTITY),
            SETTINGS.withThreshold(threshold), Progress.NONE);
        final float[] inner = Blobs.values(map.crop(new Block(8, 8, 8, 54, 24, 24)));
        int left = 0;
        for (final float value : inner) {
            left += value > 0 ? 1 : 0;
        }
        assertEquals(0.01, left / (double)inner.length, 2e-4);
    }

    @Test
    void theMaskSelects() {
        final VolumePair pair = UNMOVED;
        final byte[] left = new byte[(int)SHAPE.voxels()];
        for (int i = 0; i < left.length; i++) {
            left[i] = (byte)(i % SHAPE.x() < 35 ? 1 : 0);
        }
        final Volume mask = Volume.of("left half", ArrayImgs.unsignedBytes(left, 70, 40, 40),
            VoxelSize.isotropic(0.05));
        final Volume half = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] += i % SHAPE.x() < 45 ? 0 : 20000;
            }
        });
        final VolumePair changed = new VolumePair(pair.reference(), half);
        final NoiseFloor floor = NoiseFloor.of(changed, field(pair, Transformation.IDENTITY), SETTINGS,
            Optional.of(mask), Progress.NONE);
        assertEquals((35 - 8) * (40 - 16) * (40 - 16), floor.voxels(), "faces do not count");
        assertTrue(floor.threshold(99.9) < 5 * SMOOTHED);
        assertEquals(NOISE, floor.greyNoise(), 0.01 * NOISE);
    }

    @Test
    void scansOfDifferentStatesRaiseDoubts() {
        final VolumePair pair = UNMOVED;
        final Volume cracked = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 30 * 2800; i < 31 * 2800; i++) {
                grey[i] = 60000;
            }
        });
        final String doubts = noise(new VolumePair(pair.reference(), cracked), Transformation.IDENTITY, SETTINGS)
            .doubts().toString();
        assertTrue(doubts.contains("by more than 5 times the noise"), doubts);
        final Volume brighter = Blobs.changed(pair.deformed(), grey -> {
            for (int i = 0; i < grey.length; i++) {
                grey[i] += 300;
            }
        });
        final VolumePair bright = new VolumePair(pair.reference(), brighter);
        assertTrue(noise(bright, Transformation.IDENTITY, SETTINGS).doubts().toString().contains("brightness"));
        assertTrue(noise(bright, Transformation.IDENTITY, SETTINGS.withMatchedGreys(true)).doubts().isEmpty());
        final Transformation shift = Transformation.translation(4, 3, -2);
        final String unrelated = noise(doubleScan(shift), Transformation.IDENTITY, SETTINGS).doubts().toString();
        assertTrue(unrelated.contains("ZNCC of only"), unrelated);
    }

    @Test
    void nothingPredictedIsAnError() {
        final VolumePair pair = UNMOVED;
        final String message = assertThrows(CorrelationException.class,
            () -> noise(pair, Transformation.translation(500, 0, 0), SETTINGS)).getMessage();
        assertTrue(message.contains("No voxel of deformed is predicted from reference"), message);
        final Volume small = pair.deformed().crop(new Block(0, 0, 0, 20, 20, 20)).withOrigin(Point.ORIGIN);
        assertThrows(ShapeMismatchException.class, () -> NoiseFloor.of(pair, field(pair, Transformation.IDENTITY),
            SETTINGS, Optional.of(small), Progress.NONE));
        assertThrows(IllegalArgumentException.class,
            () -> noise(pair, Transformation.IDENTITY, SETTINGS).threshold(100.1));
    }

    @Test
    void threadsDoNotMatter() throws Exception {
        final Callable<NoiseFloor> work = () -> noise(UNMOVED, Transformation.IDENTITY, SETTINGS);
        final NoiseFloor one = Parallelization.runSingleThreaded(work);
        final NoiseFloor four = Parallelization.runWithNumThreads(4, work);
        assertEquals(one.threshold(99.9), four.threshold(99.9));
        assertEquals(one.sd(), four.sd());
        assertEquals(one.zncc(), four.zncc());
    }
}
