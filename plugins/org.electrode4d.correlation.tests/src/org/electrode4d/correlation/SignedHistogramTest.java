// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SignedHistogramTest {

    private static SignedHistogram of(final float... values) {
        final SignedHistogram histogram = new SignedHistogram();
        for (final float value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    @Test
    void quantilesAreRightToAThousandth() {
        final SignedHistogram histogram = of(-300, -2, 0, 5, 7000);
        assertEquals(-300, histogram.quantile(0.2), 0.3);
        assertEquals(0, histogram.quantile(0.6), 1e-3);
        assertEquals(7000, histogram.quantile(1), 7);
        assertEquals(2, histogram.absoluteQuantile(0.4), 0.002);
        assertEquals(300, histogram.absoluteQuantile(0.8), 0.3);
        assertEquals(7000, histogram.absoluteQuantile(1), 7);
    }

    @Test
    void valuesOfAnySizeHaveTheirBin() {
        final SignedHistogram histogram = of(Float.MIN_VALUE, -1e-30f, 1e30f, Float.MAX_VALUE, -Float.MAX_VALUE);
        assertEquals(5, histogram.total());
        assertTrue(histogram.absoluteQuantile(0.4) < 1e-29);
        assertEquals(-Float.MAX_VALUE, histogram.quantile(0.2), Float.MAX_VALUE * 1e-3);
    }

    @Test
    void whatIsNoNumberDoesNotCount() {
        assertEquals(1, of(1, Float.NaN, Float.POSITIVE_INFINITY).total());
    }

    @Test
    void distancesAreFromTheGivenValue() {
        final SignedHistogram histogram = of(10, 12, 14, 16, 100);
        assertEquals(2, histogram.medianDistance(12), 0.02);
        assertEquals(4, histogram.medianDistance(10), 0.02);
        assertEquals(86, histogram.medianDistance(100), 0.1);
        assertEquals(0.2, histogram.partBeyond(14, 10), 1e-12);
        assertEquals(0.4, histogram.partBeyond(12, 2.5), 1e-12);
    }

    @Test
    void histogramsAddUp() {
        final SignedHistogram sum = of(-1, -2);
        sum.add(of(4, 8));
        assertEquals(4, sum.total());
        assertEquals(8, sum.absoluteQuantile(1), 0.008);
        assertEquals(-2, sum.quantile(0.25), 0.002);
    }
}
