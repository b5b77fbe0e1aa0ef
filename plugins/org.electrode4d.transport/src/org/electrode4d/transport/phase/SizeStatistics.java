// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.Arrays;

/**
 * How a quantity scatters over the sub-volumes of one size.
 *
 * @param count how many sub-volumes were looked at
 * @param undefined how many of them have no finite value; mean and standard deviation leave them out
 * @param mean NaN where none has a value
 * @param standardDeviation with n - 1 in the denominator; NaN for fewer than 2 values
 * @param whole the value of the whole volume
 */
public record SizeStatistics(SubVolumeSize size, int count, int undefined, double mean, double standardDeviation,
    double whole) {

    static SizeStatistics of(final SubVolumeSize size, final double[] values, final double whole) {
        final double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        final SampleStatistics spread = SampleStatistics.of(finite);
        return new SizeStatistics(size, values.length, values.length - finite.length, spread.mean(),
            spread.sampleDeviation(), whole);
    }

    /** Standard deviation per mean in %; NaN where the mean is 0. */
    public double coefficientOfVariation() {
        return mean == 0 ? Double.NaN : 100 * standardDeviation / Math.abs(mean);
    }

    /** Whether it scatters within a tolerance in %, and all sub-volumes have a value. */
    boolean isWithin(final double tolerance) {
        return undefined == 0 && coefficientOfVariation() <= tolerance;
    }

    /** How far the mean is from the value of the whole volume, in % of that; NaN where that is 0 or not finite. */
    public double deviation() {
        return whole == 0 || !Double.isFinite(whole) ? Double.NaN : 100 * (mean - whole) / Math.abs(whole);
    }
}
