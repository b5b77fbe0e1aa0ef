// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.electrode4d.phantom.CounterRandom;
import org.junit.jupiter.api.Test;

class NormalNoiseTest {

    private static final int COUNT = 1_000_000;

    @Test
    void numbersAreNormal() {
        final NormalNoise noise = new NormalNoise(new CounterRandom(3));
        final DescriptiveStatistics statistics = new DescriptiveStatistics();
        double neighbours = 0;
        for (int i = 0; i < COUNT; i++) {
            statistics.addValue(noise.at(i));
            neighbours += noise.at(i) * noise.at(i + 1);
        }
        assertEquals(0, statistics.getMean(), 0.004);
        assertEquals(1, statistics.getStandardDeviation(), 0.003);
        assertEquals(0, statistics.getSkewness(), 0.01);
        assertEquals(0, statistics.getKurtosis(), 0.03);
        assertEquals(0, neighbours / COUNT, 0.004);
        assertEquals(1.6449, statistics.getPercentile(95), 0.01);
        assertEquals(3.09, statistics.getPercentile(99.9), 0.05);
    }
}
