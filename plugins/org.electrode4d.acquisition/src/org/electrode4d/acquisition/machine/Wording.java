// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.math.BigDecimal;
import java.math.MathContext;

import org.electrode4d.acquisition.protocol.Quantity;

/** Quantities in words, with six significant digits and a unit that suits their size. */
final class Wording {

    private static final MathContext DIGITS = new MathContext(6);

    private Wording() {
    }

    static String potential(final double volt) {
        return number(volt) + " V";
    }

    static String current(final double ampere) {
        return scaled(ampere, "A");
    }

    static String time(final double seconds) {
        final double size = Math.abs(seconds);
        if (size < 120) {
            return number(seconds) + " s";
        }
        return size < 7199 ? number(seconds / 60) + " min" : number(seconds / 3600) + " h";
    }

    static String charge(final double coulomb) {
        return scaled(coulomb / 3600, "Ah");
    }

    static String temperature(final double celsius) {
        return number(celsius) + " °C";
    }

    static String of(final Quantity quantity, final double si) {
        return switch (quantity) {
            case POTENTIAL -> potential(si);
            case CURRENT -> current(si);
            case TIME -> time(si);
            case CHARGE -> charge(si);
            case SCANS, PASSES -> number(si);
        };
    }

    private static String scaled(final double value, final String unit) {
        final double size = Math.abs(value);
        if (size >= 1 || size == 0 || !Double.isFinite(size)) {
            return number(value) + " " + unit;
        }
        if (size >= 1e-3) {
            return number(value * 1e3) + " m" + unit;
        }
        return size >= 1e-6 ? number(value * 1e6) + " µ" + unit : number(value * 1e9) + " n" + unit;
    }

    private static String number(final double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
