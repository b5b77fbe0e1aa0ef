// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What can be said of a condition before anything has happened. */
final class Conditions {

    private Conditions() {
    }

    /** Whether a condition is met when exactly the thresholds for which the predicate holds are. */
    static boolean holds(final EndCondition condition, final Predicate<EndCondition.Threshold> met) {
        if (condition instanceof EndCondition.Threshold threshold) {
            return met.test(threshold);
        }
        if (condition instanceof EndCondition.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, met));
        }
        return condition instanceof EndCondition.All all && all.parts().stream().allMatch(part -> holds(part, met));
    }

    /** When a condition is met if each threshold is at its own moment; infinite for never. */
    static double moment(final EndCondition condition, final ToDoubleFunction<EndCondition.Threshold> moments) {
        if (condition instanceof EndCondition.Threshold threshold) {
            return moments.applyAsDouble(threshold);
        }
        if (condition instanceof EndCondition.Any any) {
            return any.parts().stream().mapToDouble(part -> moment(part, moments)).min().orElseThrow();
        }
        if (condition instanceof EndCondition.All all) {
            return all.parts().stream().mapToDouble(part -> moment(part, moments)).max().orElseThrow();
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether a threshold is one that is counted up to: a time, a charge, scans or passes. */
    static boolean growsSurely(final EndCondition.Threshold threshold) {
        return threshold.atLeast() && threshold.quantity() != Quantity.POTENTIAL
            && threshold.quantity() != Quantity.CURRENT;
    }

    /** All thresholds of a condition, from left to right. */
    static List<EndCondition.Threshold> thresholds(final EndCondition condition) {
        final List<EndCondition.Threshold> found = new ArrayList<>();
        if (condition instanceof EndCondition.Threshold threshold) {
            found.add(threshold);
        } else {
            parts(condition).forEach(part -> found.addAll(thresholds(part)));
        }
        return found;
    }

    private static List<EndCondition> parts(final EndCondition condition) {
        return condition instanceof EndCondition.Any any ? any.parts()
            : condition instanceof EndCondition.All all ? all.parts() : List.of();
    }

    /** Whether a condition that joins others by "and" can never be met, because its parts exclude each other. */
    static boolean contradicts(final EndCondition condition, final double capacity) {
        final List<EndCondition.Threshold> together = new ArrayList<>();
        collect(condition, together);
        for (final EndCondition.Threshold lower : together) {
            for (final EndCondition.Threshold upper : together) {
                if (lower.quantity() == upper.quantity() && lower.atLeast() && !upper.atLeast()
                    && lower.value().si(capacity) > upper.value().si(capacity)) {
                    return true;
                }
            }
        }
        return parts(condition).stream().anyMatch(part -> contradicts(part, capacity));
    }

    /** The thresholds that must all be met at once. */
    private static void collect(final EndCondition condition, final List<EndCondition.Threshold> found) {
        if (condition instanceof EndCondition.Threshold threshold) {
            found.add(threshold);
        } else if (condition instanceof EndCondition.All all) {
            all.parts().forEach(part -> collect(part, found));
        }
    }
}
