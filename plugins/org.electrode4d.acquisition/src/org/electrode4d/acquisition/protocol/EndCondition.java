// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;

/** When a step or a loop ends, or when a step pauses for a scan. */
public sealed interface EndCondition {

    /**
     * One quantity at or beyond a value.
     *
     * @param quantity that is compared
     * @param atLeast true for at or above the value, false for at or below it
     * @param value in a unit of the quantity
     */
    record Threshold(Quantity quantity, boolean atLeast, Amount value) implements EndCondition {
        /** Refuses a value that is not in a unit of the quantity. */
        public Threshold {
            if (!quantity.accepts(value.unit())) {
                throw new IllegalArgumentException("A value in " + value.unit() + " is no " + quantity
                    + ": the two cannot be compared.");
            }
        }
    }

    /** Never met: what has it ends with the loop that it is in. */
    record Never() implements EndCondition {
    }

    /** Met when any of its parts is. */
    record Any(List<EndCondition> parts) implements EndCondition {
        /** Copies the list, which has two parts or more: of none, nobody could say whether it is met. */
        public Any {
            parts = several(parts);
        }
    }

    /** Met when all of its parts are. */
    record All(List<EndCondition> parts) implements EndCondition {
        /** Copies the list, which has two parts or more: of none, nobody could say whether it is met. */
        public All {
            parts = several(parts);
        }
    }

    private static List<EndCondition> several(final List<EndCondition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A condition that joins others needs at least two, but has "
                + parts.size() + ".");
        }
        return List.copyOf(parts);
    }
}
