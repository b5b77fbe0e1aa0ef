// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A number as it was printed.
 *
 * @param text for tables
 * @param value the number
 * @param atMost the largest number that would be printed like this
 */
record Figure(String text, double value, double atMost) {

    /** @param text a number, or {@code <} and its upper bound */
    static Figure parse(final String text) {
        final boolean isBound = text.startsWith("<");
        final BigDecimal number = new BigDecimal(isBound ? text.substring(1) : text);
        return new Figure(text, number.doubleValue(),
            number.doubleValue() + (isBound ? 0 : number.ulp().doubleValue() / 2));
    }

    static Figure of(final double value, final int decimals) {
        return new Figure(String.format(Locale.ROOT, "%." + decimals + "f", value), value, value);
    }
}
