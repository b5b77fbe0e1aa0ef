// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Expected values and what was measured.
 *
 * @param findings in the order of the values
 */
record ComparedValues(List<ExpectedValue> values, Finding[] findings, ComparedWith comparedWith) {

    private static final int MOST = 5;

    /** Measured less expected, in the unit of the value; NaN where either is missing. */
    double difference(final int index) {
        return findings[index].value() - values.get(index).reference(comparedWith);
    }

    /** In % of the expected value; NaN also where that is 0, since nothing can be related to it. */
    double relativeDifference(final int index) {
        final double reference = values.get(index).reference(comparedWith);
        return reference == 0 ? Double.NaN : 100 * difference(index) / Math.abs(reference);
    }

    /** Whether a difference is within its tolerance; empty where there is no difference or no tolerance. */
    Optional<Boolean> isWithin(final int index) {
        final ExpectedValue value = values.get(index);
        if (Double.isNaN(difference(index)) || !value.hasTolerance()) {
            return Optional.empty();
        }
        return Optional.of(value.accepts(difference(index), value.reference(comparedWith)));
    }

    /** The values that are outside of their tolerance. */
    List<String> outside() {
        return IntStream.range(0, findings.length).filter(i -> !isWithin(i).orElse(true))
            .mapToObj(i -> values.get(i).toString()).toList();
    }

    /** What to tell of values outside of their tolerance; null where there is none. */
    static String warning(final List<String> outside) {
        return outside.isEmpty() ? null : outside.size() + (outside.size() == 1 ? " value is" : " values are")
            + " outside of the tolerance: " + list(outside) + ".";
    }

    /** What to tell of values that were not found; null where all were. */
    String missing() {
        final List<String> missing = IntStream.range(0, findings.length).filter(i -> !findings[i].isFound())
            .mapToObj(i -> values.get(i).toString()).toList();
        return missing.isEmpty() ? null : missing.size() + (missing.size() == 1 ? " expected value has" :
            " expected values have") + " no measured one, which stays missing: " + list(missing) + ".";
    }

    private static String list(final List<String> names) {
        return String.join("; ", names.subList(0, Math.min(MOST, names.size()))) + (names.size() > MOST ? "; ..." : "");
    }
}
