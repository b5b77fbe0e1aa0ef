// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.EndCondition.All;
import org.electrode4d.acquisition.protocol.EndCondition.Any;
import org.electrode4d.acquisition.protocol.EndCondition.Threshold;
import org.electrode4d.acquisition.protocol.Quantity;

/**
 * Whether end conditions are met, and why.
 *
 * @param capacity of the cell in coulomb; NaN if it is unknown, which no condition in terms of it ever meets
 */
record Conditions(double capacity) {

    /** The reason with numbers and units if a condition is met; an empty {@code any} or {@code all} never is. */
    Optional<String> met(final EndCondition condition, final Elapsed elapsed, final Seen seen) {
        if (condition instanceof Threshold threshold) {
            return met(threshold, value(threshold.quantity(), elapsed, seen));
        }
        if (condition instanceof Any any) {
            return any.parts().stream().flatMap(part -> met(part, elapsed, seen).stream()).findFirst();
        }
        return condition instanceof All all ? met(all, elapsed, seen) : Optional.empty();
    }

    private Optional<String> met(final All all, final Elapsed elapsed, final Seen seen) {
        final List<String> reasons = new ArrayList<>();
        for (final EndCondition part : all.parts()) {
            final Optional<String> reason = met(part, elapsed, seen);
            if (reason.isEmpty()) {
                return reason;
            }
            reasons.add(reason.get());
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", reasons));
    }

    private Optional<String> met(final Threshold threshold, final double value) {
        final double bound = threshold.value().si(capacity);
        if (!(threshold.atLeast() ? value >= bound : value <= bound)) {
            return Optional.empty();
        }
        final Quantity quantity = threshold.quantity();
        return Optional.of(quantity.name().toLowerCase(Locale.ROOT) + " " + Wording.of(quantity, value)
            + (threshold.atLeast() ? " >= " : " <= ") + Wording.of(quantity, bound));
    }

    private static double value(final Quantity quantity, final Elapsed elapsed, final Seen seen) {
        return switch (quantity) {
            case POTENTIAL -> seen.potential();
            case CURRENT -> seen.current();
            case TIME -> elapsed.time();
            case CHARGE -> Math.abs(elapsed.charge());
            case SCANS -> elapsed.scans();
            case PASSES -> elapsed.passes();
        };
    }

    /**
     * The value of a quantity at which a condition is met whatever else is: the nearest of an {@code any}, the farthest
     * of an {@code all} if each of its parts has one.
     *
     * @param rising true for thresholds at or above, false for those at or below
     * @return in SI units; infinite (negative if falling) if there is none
     */
    double bound(final EndCondition condition, final Quantity quantity, final boolean rising) {
        final double sign = rising ? 1 : -1;
        return sign * distance(condition, quantity, rising);
    }

    private double distance(final EndCondition condition, final Quantity quantity, final boolean rising) {
        if (condition instanceof Threshold threshold && threshold.quantity() == quantity
            && threshold.atLeast() == rising && !Double.isNaN(threshold.value().si(capacity))) {
            return (rising ? 1 : -1) * threshold.value().si(capacity);
        }
        if (condition instanceof Any any) {
            return any.parts().stream().mapToDouble(part -> distance(part, quantity, rising)).min()
                .orElse(Double.POSITIVE_INFINITY);
        }
        if (condition instanceof All all) {
            return all.parts().stream().mapToDouble(part -> distance(part, quantity, rising)).max()
                .orElse(Double.POSITIVE_INFINITY);
        }
        return Double.POSITIVE_INFINITY;
    }
}
