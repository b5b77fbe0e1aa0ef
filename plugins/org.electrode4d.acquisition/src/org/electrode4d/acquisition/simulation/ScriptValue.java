// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a MethodSCRIPT variable.
 *
 * @param number in V, A, s
 * @param type two letters: {@code ab} potential, {@code ba} current, {@code da} and {@code db} what is applied,
 *            {@code eb} time
 * @param integer whether it is a whole number without prefix
 */
record ScriptValue(double number, String type, boolean integer) {

    private static final String PREFIXES = "afpnum kMGTPE";
    private static final int UNITY = PREFIXES.indexOf(' ');
    private static final long ZERO = 1L << 27;
    private static final Pattern LITERAL = Pattern.compile("([-+]?[0-9]+)([afpnumkMGTPEi]?)");

    /** A literal such as {@code 4300m}; null if it is none. Decimal points are not part of the language. */
    static ScriptValue parse(final String text) {
        final Matcher matcher = LITERAL.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        final double digits = Double.parseDouble(matcher.group(1));
        final String prefix = matcher.group(2);
        final boolean integer = prefix.equals("i");
        final double factor = integer || prefix.isEmpty() ? 1 : factor(PREFIXES.indexOf(prefix));
        return new ScriptValue(digits * factor, "ja", integer);
    }

    private static double factor(final int index) {
        return Math.pow(1000, index - UNITY);
    }

    ScriptValue ofType(final String other) {
        return new ScriptValue(number, other, integer);
    }

    /** As it is written in a package: type, seven hexadecimal digits of the number plus 2^27, prefix. */
    String encode() {
        if (Double.isNaN(number)) {
            return type + "     nan";
        }
        if (integer) {
            return type + digits(number) + "i";
        }
        for (int index = 0; index < PREFIXES.length(); index++) {
            // the finest prefix that the digits can hold
            final double scaled = number / factor(index);
            if (Math.abs(Math.rint(scaled)) < ZERO) {
                return type + digits(scaled) + PREFIXES.charAt(index);
            }
        }
        return type + "     nan";
    }

    private static String digits(final double scaled) {
        return String.format(Locale.ROOT, "%07X", Math.round(scaled) + ZERO);
    }
}
