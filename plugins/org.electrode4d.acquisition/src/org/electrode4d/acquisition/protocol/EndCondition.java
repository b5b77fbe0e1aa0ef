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
    }

    /** Met when any of its parts is. */
    record Any(List<EndCondition> parts) implements EndCondition {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Never met: a step that only the loop around it ends. */
    record Never() implements EndCondition {
    }

    /** Met when all of its parts are. */
    record All(List<EndCondition> parts) implements EndCondition {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }
    }
}
