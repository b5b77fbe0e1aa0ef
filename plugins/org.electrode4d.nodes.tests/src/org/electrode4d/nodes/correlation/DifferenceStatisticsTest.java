// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DifferenceStatisticsTest {

    @Test
    void ofLiteralNumbers() {
        final double[] measured = {1.5, 2.0, 2.5, 5.0};
        final double[] truth = {1.0, 2.0, 3.0, 4.0};
        final DifferenceStatistics s = DifferenceStatistics.of(measured, truth);
        assertEquals(4, s.count());
        assertEquals(2.75, s.meanMeasured());
        assertEquals(2.5, s.meanTrue());
        assertEquals(0.25, s.bias());
        assertEquals(Math.sqrt(1.25 / 3), s.standardDeviation(), 1e-15);
        assertEquals(Math.sqrt(1.5 / 4), s.rms(), 1e-15);
        assertEquals(0.5, s.median());
        assertEquals(0.85, s.percentile90(), 1e-15);
        assertEquals(1.0, s.maximum());
    }

    @Test
    void ofNothingIsNotANumber() {
        final DifferenceStatistics s = DifferenceStatistics.of(new double[0], new double[0]);
        assertEquals(0, s.count());
        assertTrue(Double.isNaN(s.bias()) && Double.isNaN(s.rms()) && Double.isNaN(s.maximum()));
    }
}
