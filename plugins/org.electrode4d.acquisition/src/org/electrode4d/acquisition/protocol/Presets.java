// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.SafetyLimits;

/** What presets have in common. */
final class Presets {

    /** More than this multiple of the capacity cannot come out of a healthy cell. */
    static final double MOST_DISCHARGE = 1.2;

    /** Volt by which the safety limits are wider than the potentials of the protocol. */
    private static final double MARGIN = 0.05;
    /** By which current and charge may be larger than the protocol's. */
    private static final double SAFETY_FACTOR = 1.5;
    private static final double HOUR = 3600;
    private static final MathContext DIGITS = new MathContext(9);

    private Presets() {
    }

    static EndCondition timeAtLeast(final double seconds) {
        return new EndCondition.Threshold(Quantity.TIME, true, new Amount(seconds, Amount.Unit.SECOND));
    }

    static Step openCircuit(final double seconds) {
        return new Step.Rest("open circuit", timeAtLeast(seconds), Optional.empty());
    }

    /** To a potential, and never further than a healthy cell could be. */
    static Step discharge(final double rate, final double potential, final Optional<EndCondition> scanWhen) {
        final EndCondition end = new EndCondition.Any(List.of(
            new EndCondition.Threshold(Quantity.POTENTIAL, false, new Amount(potential, Amount.Unit.VOLT)),
            new EndCondition.Threshold(Quantity.CHARGE, true, new Amount(MOST_DISCHARGE, Amount.Unit.CAPACITY))));
        return new Step.ConstantCurrent("discharge", new Amount(-rate, Amount.Unit.C_RATE), end, scanWhen);
    }

    /** A little wider than what a protocol needs. */
    static SafetyLimits limits(final double capacity, final double lowerPotential, final double upperPotential,
        final double rate, final double time) {
        return new SafetyLimits(rounded(lowerPotential - MARGIN), rounded(upperPotential + MARGIN),
            rounded(SAFETY_FACTOR * rate * capacity / HOUR), time, rounded(SAFETY_FACTOR * capacity),
            Double.POSITIVE_INFINITY);
    }

    /** Without the last bits, which are noise of the computation. */
    private static double rounded(final double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
