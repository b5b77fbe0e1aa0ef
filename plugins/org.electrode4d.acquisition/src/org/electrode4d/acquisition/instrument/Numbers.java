// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as instruments write and read them. */
final class Numbers {

    /** At and above this a SCPI instrument means that it has no value. */
    private static final double OVERFLOW = 9.9e36;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

    private Numbers() {
    }

    /** Eight significant digits, with an exponent. */
    static String scientific(final double value) {
        return String.format(Locale.ROOT, "%.7E", value);
    }

    /**
     * Reads a number.
     *
     * @param name of the instrument
     * @param quantity and unit of the number, for the message
     * @param largest magnitude that the instrument can have measured
     * @throws InvalidReadingException if it is none, an overflow value, or beyond what the instrument can measure
     */
    static double measured(final String name, final String quantity, final String text, final double largest)
        throws InvalidReadingException {
        final String trimmed = text.strip();
        if (!NUMBER.matcher(trimmed).matches()) {
            throw new InvalidReadingException(name + " sent " + LineChannel.quoted(text) + " for the " + quantity
                + ", which is no number.");
        }
        final double value = Double.parseDouble(trimmed);
        if (Math.abs(value) >= OVERFLOW) {
            throw new InvalidReadingException(name + " sent the overflow value " + trimmed + " for the " + quantity
                + ": it has no measurement.");
        }
        if (!(Math.abs(value) <= largest)) {
            throw new InvalidReadingException(name + " sent " + trimmed + " for the " + quantity
                + ", which is beyond the " + largest + " that it can measure.");
        }
        return value;
    }
}
