// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OrderStatisticsTest {

    @Test
    void quantilesLieOnTheLineThroughTheSortedNumbers() {
        final double[] sorted = {1, 2, 4, 8};
        assertEquals(1, OrderStatistics.quantile(sorted, 0));
        assertEquals(3, OrderStatistics.quantile(sorted, 0.5));
        assertEquals(2 + 0.25 * 2, OrderStatistics.quantile(sorted, 1.25 / 3), 1e-12);
        assertEquals(8, OrderStatistics.quantile(sorted, 1));
    }

    @Test
    void ofOneNumberAllAreThatNumberAndOfNoneThereIsNone() {
        assertEquals(5, OrderStatistics.quantile(new double[] {5}, 0.3));
        assertEquals(Double.NaN, OrderStatistics.quantile(new double[0], 0.5));
    }
}
