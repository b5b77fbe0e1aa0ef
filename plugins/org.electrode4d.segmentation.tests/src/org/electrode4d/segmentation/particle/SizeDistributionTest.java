// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.SegmentationException;
import org.junit.jupiter.api.Test;

class SizeDistributionTest {

    private static SizeDistribution balls(final double... diameters) {
        return SizeDistribution.of(diameters,
            IntStream.range(0, diameters.length).mapToDouble(i -> Math.pow(diameters[i], 3)).toArray());
    }

    /** numpy.percentile([7, 1, 3, 9, 4], [10, 50, 90], method="hazen"). */
    @Test
    void quantilesByNumberAreThoseOfHazen() {
        final SizeDistribution five = balls(7, 1, 3, 9, 4);
        assertEquals(1, five.quantile(SizeWeighting.NUMBER, 0.1), 1e-12);
        assertEquals(4, five.quantile(SizeWeighting.NUMBER, 0.5), 1e-12);
        assertEquals(9, five.quantile(SizeWeighting.NUMBER, 0.9), 1e-12);
        assertEquals(2, five.quantile(SizeWeighting.NUMBER, 0.2), 1e-12);
        assertEquals(8.0 / 4, five.span(SizeWeighting.NUMBER), 1e-12);
        assertEquals(4.8, five.mean(SizeWeighting.NUMBER), 1e-12);
        assertEquals(Math.sqrt((14.44 + 3.24 + 0.64 + 4.84 + 17.64) / 4),
            five.standardDeviation(SizeWeighting.NUMBER), 1e-12);
    }

    /** Volumes 1 and 27: the small one stands for 1/56, the large one for 1/28 + 27/56 of the volume. */
    @Test
    void byVolumeALargeParticleCountsMore() {
        final SizeDistribution two = balls(3, 1);
        assertEquals(1 + 2 * (0.1 - 1 / 56.0) / (0.5), two.quantile(SizeWeighting.VOLUME, 0.1), 1e-12);
        assertEquals(3, two.quantile(SizeWeighting.VOLUME, 0.9));
        assertEquals(82 / 28.0, two.mean(SizeWeighting.VOLUME), 1e-12);
        assertEquals(28 / 10.0, two.sauterMean(), 1e-12);
        final double mean = 82 / 28.0;
        assertEquals(Math.sqrt(((1 - mean) * (1 - mean) + 27 * (3 - mean) * (3 - mean)) / 28),
            two.standardDeviation(SizeWeighting.VOLUME), 1e-12);
    }

    @Test
    void oneParticleIsAllOfItsQuantiles() {
        assertEquals(2, balls(2).quantile(SizeWeighting.VOLUME, 0.1));
        assertEquals(2, balls(2).quantile(SizeWeighting.NUMBER, 0.9));
        assertTrue(Double.isNaN(balls(2).standardDeviation(SizeWeighting.NUMBER)));
        assertEquals(0, balls(2).span(SizeWeighting.NUMBER));
    }

    @Test
    void noParticlesHaveNoNumbers() {
        final SizeDistribution none = balls();
        assertTrue(Double.isNaN(none.quantile(SizeWeighting.NUMBER, 0.5)));
        assertTrue(Double.isNaN(none.mean(SizeWeighting.VOLUME)));
        assertTrue(Double.isNaN(none.sauterMean()));
        assertTrue(Double.isNaN(none.smallest()));
    }

    @Test
    void everyParticleIsInABin() {
        final List<SizeBin> bins = balls(1, 2, 2, 4).histogram(SizeBin.linearEdges(1, 4, 3));
        assertArrayEquals(new long[] {1, 2, 1}, bins.stream().mapToLong(SizeBin::particles).toArray());
        assertEquals(0.25, bins.get(2).numberPart());
        assertEquals(64 / 81.0, bins.get(2).part(SizeWeighting.VOLUME), 1e-12);
        final double[] edges = SizeBin.logarithmicEdges(1, 4, 2);
        assertArrayEquals(new double[] {1, 2, 4}, edges, 1e-12);
        assertEquals(4, balls(1, 2, 2, 4).histogram(SizeBin.logarithmicEdges(1, 4, 7)).stream()
            .mapToLong(SizeBin::particles).sum());
        assertEquals(2, balls(3, 3).histogram(SizeBin.linearEdges(3, 3, 4)).stream().mapToLong(SizeBin::particles)
            .sum());
    }

    @Test
    void whatIsNoSizeIsRefused() {
        final double[] one = {1};
        assertTrue(assertThrows(SegmentationException.class, () -> SizeDistribution.of(new double[] {Double.NaN}, one))
            .getMessage().contains("size NaN"));
        assertThrows(SegmentationException.class, () -> SizeDistribution.of(new double[] {0}, one));
        assertThrows(SegmentationException.class, () -> SizeDistribution.of(new double[] {1, 2}, one));
    }
}
