// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Amounts and conditions in plain language.
 *
 * @param capacity of the cell in coulomb
 */
record Words(OptionalDouble capacity) {

    private static final double HOUR = 3600;
    private static final double MILLI = 1e-3;
    private static final MathContext DIGITS = new MathContext(6);

    /** A value in SI units and, where it is written in terms of the capacity, as it is written. */
    String amount(final Amount amount) {
        final String written = Dimension.format(amount);
        if (!amount.unit().needsCapacity() || capacity.isEmpty()) {
            return written;
        }
        final double value = amount.si(capacity.getAsDouble());
        return (amount.unit() == Amount.Unit.C_RATE ? current(value) : charge(value)) + " (" + written + ")";
    }

    String potential(final double volt) {
        return Dimension.POTENTIAL.format(rounded(volt), Amount.Unit.VOLT);
    }

    String current(final double ampere) {
        return Dimension.CURRENT.format(rounded(ampere), Amount.Unit.AMPERE);
    }

    /** In ampere hours, as capacities are told. */
    String charge(final double coulomb) {
        final double hours = coulomb / HOUR;
        final String prefix = hours >= 1 ? "" : hours >= MILLI ? "m" : "µ";
        final double scale = hours >= 1 ? 1 : hours >= MILLI ? MILLI : MILLI * MILLI;
        return DecimalText.format(rounded(hours / scale), BigDecimal.ONE).orElseThrow() + " " + prefix + "Ah";
    }

    String time(final double seconds) {
        return Dimension.TIME.format(rounded(seconds), Amount.Unit.SECOND);
    }

    private static double rounded(final double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    String condition(final EndCondition condition) {
        if (condition instanceof EndCondition.Any any) {
            return joined(any.parts(), " or ");
        }
        if (condition instanceof EndCondition.All all) {
            return joined(all.parts(), " and ");
        }
        return condition instanceof EndCondition.Threshold threshold ? threshold(threshold) : "the loop ends";
    }

    private String joined(final List<EndCondition> parts, final String joint) {
        return parts.stream().map(part -> part instanceof EndCondition.Any || part instanceof EndCondition.All
            ? "(" + condition(part) + ")" : condition(part)).collect(Collectors.joining(joint));
    }

    private String threshold(final EndCondition.Threshold threshold) {
        final String value = amount(threshold.value());
        final String most = threshold.atLeast() ? "" : "at most ";
        return switch (threshold.quantity()) {
            case POTENTIAL -> "the potential is " + (threshold.atLeast() ? "at least " : most) + value;
            case CURRENT -> "the current is " + (threshold.atLeast() ? "at least " : most) + value;
            case TIME -> most + value + " have passed";
            case CHARGE -> "a charge of " + most + value + " has passed";
            case SCANS -> most + value + " scans are done";
            case PASSES -> most + value + " passes are done";
        };
    }
}
