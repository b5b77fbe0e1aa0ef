// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers as text, in multiples of a unit, exact to the last bit. */
final class DecimalText {

    /** What is a number: no more digits than anybody needs, lest a text of megabytes is computed with. */
    static final String NUMBER = "[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?";

    private static final int MOST_DIGITS = 17;
    private static final int SMALLEST_PLAIN = -4;
    private static final int LARGEST_PLAIN = 8;

    private DecimalText() {
    }

    /**
     * The double that is nearest to a number of units.
     *
     * @param text that matches {@link #NUMBER}
     * @param factor of the unit
     */
    static double parse(final String text, final BigDecimal factor) {
        final double magnitude = new BigDecimal(text).abs().multiply(factor).doubleValue();
        return text.startsWith("-") ? -magnitude : magnitude;
    }

    /** The fewest digits that {@link #parse} reads as a value; none if the unit cannot express it exactly. */
    static Optional<String> format(final double value, final BigDecimal factor) {
        final String sign = Double.compare(value, 0) < 0 ? "-" : "";
        if (value == 0) {
            return Optional.of(sign + "0");
        }
        final BigDecimal exact = new BigDecimal(value).abs();
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            final BigDecimal number = exact.divide(factor, new MathContext(digits, RoundingMode.HALF_EVEN));
            final String text = sign + text(number.stripTrailingZeros());
            if (parse(text, factor) == value) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String text(final BigDecimal number) {
        final int exponent = number.precision() - number.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN) {
            return number.toPlainString();
        }
        return number.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
