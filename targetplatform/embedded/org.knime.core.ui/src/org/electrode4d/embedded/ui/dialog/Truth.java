// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.util.stream.Stream;

import org.knime.node.parameters.updates.EffectPredicate;

/**
 * A condition that was evaluated when it was made, for the values that the dialog has at that moment.
 *
 * @param holds whether the condition holds
 */
public record Truth(boolean holds) implements EffectPredicate {

    /**
     * @param predicates conditions
     * @return holds when all do
     */
    public static Truth all(final EffectPredicate... predicates) {
        return new Truth(Stream.of(predicates).allMatch(Truth::isTrue));
    }

    /**
     * @param predicates conditions
     * @return holds when one of them does
     */
    public static Truth any(final EffectPredicate... predicates) {
        return new Truth(Stream.of(predicates).anyMatch(Truth::isTrue));
    }

    /**
     * @param predicate a condition
     * @return holds when the condition does not
     */
    public static Truth not(final EffectPredicate predicate) {
        return new Truth(!isTrue(predicate));
    }

    static boolean isTrue(final EffectPredicate predicate) {
        if (predicate instanceof Truth truth) {
            return truth.holds;
        }
        throw new IllegalArgumentException(
            "Conditions come from the initializer; this one is a " + predicate.getClass());
    }
}
