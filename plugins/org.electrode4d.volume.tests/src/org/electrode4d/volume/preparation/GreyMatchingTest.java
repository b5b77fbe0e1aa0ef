// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GreyMatchingTest {

    private static final Shape SIX = new Shape(6, 1, 1);
    private static final Volume GREYS = TestSlices.bytes(SIX, 10, 12, 17, 100, 100, 130);

    private static ReferencePhase phase(final double level) {
        return new ReferencePhase("Phase", level, 1);
    }

    @ParameterizedTest
    @CsvSource({"MEAN, 13, 110", "MEDIAN, 12, 100"})
    void thePhaseIsMeasuredInItsMask(final PhaseLevel level, final double pore, final double collector) {
        final Volume pores = TestSlices.bytes(SIX, 1, 1, 1, 0, 0, 0);
        final Volume copper = TestSlices.bytes(SIX, 0, 0, 0, 9, 1, 1);
        assertEquals(new ReferencePhase("Pore", pore, 3),
            ReferencePhase.of("Pore", GREYS, pores, level, Progress.NONE));
        assertEquals(new ReferencePhase("Copper", collector, 3),
            ReferencePhase.of("Copper", GREYS, copper, level, Progress.NONE));
    }

    @Test
    void aPhaseThatIsMissingIsNamed() {
        final String message = assertThrows(IllegalArgumentException.class, () -> ReferencePhase.of("Copper", GREYS,
            TestSlices.bytes(SIX, new int[6]), PhaseLevel.MEAN, Progress.NONE)).getMessage();
        assertTrue(message.contains("The reference phase Copper is missing in bytes"), message);
        assertThrows(IllegalArgumentException.class, () -> ReferencePhase.of("Copper", GREYS,
            TestSlices.floats(SIX, new float[6]), PhaseLevel.MEAN, Progress.NONE));
    }

    @Test
    void twoPhasesAreMatchedExactly() {
        final GreyMap map = GreyMap.between(List.of(phase(20), phase(220)), List.of(phase(10), phase(110)));
        assertEquals(new GreyMap(0.5, 0, 0, 100, 60), map);
        assertArrayEquals(new float[] {5, 6, 8, 50, 50, 65}, TestSlices.read(map.apply(GREYS)));
        assertEquals(VoxelType.UINT8, map.apply(GREYS).type());
    }

    @ParameterizedTest
    @EnumSource(VoxelType.class)
    void everyTypeIsRoundedAndClippedAlike(final VoxelType type) {
        final Volume exact = TestSlices.floats(SIX, -128, -7, 0, 60, 65, 127);
        final GreyMap map = new GreyMap(2, 0.75, 0, 0, 0);
        final Volume greys = Conversion.of(exact, type);
        final Volume mapped = map.apply(Conversion.of(greys, VoxelType.FLOAT32));
        final float[] expected = TestSlices.read(Conversion.of(mapped, type));
        assertArrayEquals(expected, TestSlices.read(map.apply(greys)));
    }

    @Test
    void threePhasesAreFitted() {
        final GreyMap map = GreyMap.between(List.of(phase(0), phase(1), phase(2)),
            List.of(phase(10), phase(23), phase(30)));
        assertEquals(10, map.gain(), 1e-12);
        assertEquals(11, map.offset(), 1e-12);
        assertEquals(Math.sqrt(2), map.residual(), 1e-12);
    }

    @Test
    void whatIsClippedIsCounted() {
        final GreyMap map = new GreyMap(2, 0, 0, 0, 0);
        assertEquals(1, map.clipped(GREYS, Progress.NONE));
        assertArrayEquals(new float[] {20, 24, 34, 200, 200, 255}, TestSlices.read(map.apply(GREYS)));
        assertEquals(0, map.clipped(Conversion.of(GREYS, VoxelType.FLOAT32), Progress.NONE));
        assertEquals(0, GreyMap.IDENTITY.clipped(GREYS, Progress.NONE));
    }

    @Test
    void phasesThatDoNotDifferCannotBeMatched() {
        final String message = assertThrows(IllegalArgumentException.class,
            () -> GreyMap.between(List.of(phase(5), phase(5)), List.of(phase(1), phase(2)))).getMessage();
        assertTrue(message.contains("differ clearly"), message);
        assertThrows(IllegalArgumentException.class,
            () -> GreyMap.between(List.of(phase(7), phase(5)), List.of(phase(1), phase(2))));
        assertThrows(IllegalArgumentException.class,
            () -> GreyMap.between(List.of(phase(7)), List.of(phase(1))));
    }

    /** 60 % at 20000, 30 % at 31000, 10 % at 45000, and padding with zeros. */
    private static Volume mixture(final double gain, final double offset) {
        final Random random = new Random(1);
        final float[] values = new float[64 * 50 * 40];
        for (int i = 0; i < values.length; i++) {
            final double level = i % 10 < 6 ? 20_000 : i % 10 < 9 ? 31_000 : 45_000;
            values[i] = i % 7 == 0 ? 0 : (float)(gain * (level + 1500 * random.nextGaussian()) + offset);
        }
        return Conversion.of(TestSlices.floats(new Shape(64, 50, 40), values), VoxelType.UINT16);
    }

    @Test
    void theTwoHighestPeaksAreFound() {
        final List<ReferencePhase> peaks = HistogramPeaks.two(mixture(1, 0), Progress.NONE);
        assertEquals(20_000, peaks.get(0).level(), 60);
        assertEquals(31_000, peaks.get(1).level(), 90);
        assertEquals(HistogramPeaks.DARK, peaks.get(0).name());
        assertEquals(HistogramPeaks.BRIGHT, peaks.get(1).name());
    }

    @Test
    void peaksFollowTheDrift() {
        final GreyMap map = GreyMap.between(HistogramPeaks.two(mixture(1.07, -900), Progress.NONE),
            HistogramPeaks.two(mixture(1, 0), Progress.NONE));
        assertEquals(1 / 1.07, map.gain(), 0.005);
        assertEquals(900 / 1.07, map.offset(), 150);
        assertEquals(7, map.contrastDrift(), 0.6);
    }

    @Test
    void onePeakIsTooFew() {
        final Random random = new Random(1);
        final float[] values = new float[40_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(1000 + 50 * random.nextGaussian());
        }
        final Volume volume = TestSlices.floats(new Shape(40_000, 1, 1), values);
        final String message = assertThrows(IllegalArgumentException.class,
            () -> HistogramPeaks.two(volume, Progress.NONE)).getMessage();
        assertTrue(message.contains("no two peaks"), message);
        assertThrows(IllegalArgumentException.class, () -> HistogramPeaks.two(
            TestSlices.bytes(new Shape(2, 1, 1), 7, 7), Progress.NONE));
    }

    @Test
    void theModeIgnoresASecondPhaseInTheMask() {
        final int[] mask = new int[64 * 50 * 40];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % 7 == 0 ? 0 : 1;
        }
        assertEquals(20_000, ReferencePhase.of("Pore", mixture(1, 0), TestSlices.bytes(new Shape(64, 50, 40), mask),
            PhaseLevel.MODE, Progress.NONE).level(), 60);
    }
}
