// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes numbers for people. */
public final class Numbers {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Numbers() {
    }

    /** A number with at most six significant digits: {@code 0.0123457}, {@code 1.23457e-07}, {@code 2}. */
    public static String text(final double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        final BigDecimal rounded = new BigDecimal(value, SIX_DIGITS).stripTrailingZeros();
        final int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < SIX_DIGITS.getPrecision()) {
            return rounded.toPlainString();
        }
        final BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
        return mantissa.toPlainString() + String.format(Locale.ROOT, "e%+03d", exponent);
    }

    /** A number of bytes as kB, MB or GB, which are powers of ten. */
    public static String bytes(final long count) {
        if (count < 1000) {
            return count + " B";
        }
        final double[] sizes = {1e3, 1e6, 1e9};
        final String[] units = {"kB", "MB", "GB"};
        int i = 0;
        while (i < 2 && count >= 1000 * sizes[i]) {
            i++;
        }
        return String.format(Locale.ROOT, count < 100 * sizes[i] ? "%.1f %s" : "%.0f %s", count / sizes[i], units[i]);
    }

    /** A duration in seconds, with minutes and hours where it is long. */
    public static String seconds(final double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        final long whole = (long)seconds;
        final String minutes = whole / 60 % 60 + " min " + whole % 60 + " s";
        return whole < 3600 ? minutes : whole / 3600 + " h " + minutes;
    }
}
