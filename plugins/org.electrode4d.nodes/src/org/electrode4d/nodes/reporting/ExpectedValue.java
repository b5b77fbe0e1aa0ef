// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.SortedMap;

/**
 * A number that a workflow should find.
 *
 * @param quantity name of a measured column, without unit
 * @param unit of the numbers; null where it is not told, and then nothing is converted
 * @param keys what the measured row has to hold, by the name of the column
 * @param published NaN where there is none
 * @param truth NaN where there is none
 * @param tolerance the largest difference, in the unit; NaN where any will do
 * @param relativeTolerance the largest difference in % of the value that is compared with; NaN likewise
 */
record ExpectedValue(String quantity, String unit, SortedMap<String, String> keys, double published, double truth,
    double tolerance, double relativeTolerance) {

    /** The value that the measured one is compared with; NaN where there is none at all. */
    double reference(final ComparedWith comparedWith) {
        final boolean wantsTruth = comparedWith == ComparedWith.TRUE;
        final double first = wantsTruth ? truth : published;
        return Double.isNaN(first) ? wantsTruth ? published : truth : first;
    }

    boolean hasTolerance() {
        return !Double.isNaN(tolerance) || !Double.isNaN(relativeTolerance);
    }

    /** Whether a difference is accepted; of two tolerances both count. */
    boolean accepts(final double difference, final double reference) {
        final double size = Math.abs(difference);
        return !(size > tolerance) && !(size > Math.abs(reference) * relativeTolerance / 100);
    }

    /** For messages: "Thickness, mean (T3)". */
    @Override
    public String toString() {
        return keys.isEmpty() ? quantity : quantity + " (" + String.join(", ", keys.values()) + ")";
    }
}
