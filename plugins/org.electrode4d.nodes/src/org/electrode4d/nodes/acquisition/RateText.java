// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;

/** Currents as battery scientists write them: {@code C/3} is a current that charges the cell in three hours. */
final class RateText {

    private static final String NUMBER = "(\\d+(?:\\.\\d*)?|\\.\\d+)";
    private static final Pattern DIVIDED = Pattern.compile("C\\s*/\\s*" + NUMBER);
    private static final Pattern MULTIPLE = Pattern.compile(NUMBER + "\\s*C");

    private RateText() {
    }

    /**
     * Multiples of the capacity per hour.
     *
     * @param text {@code C/3} or {@code 0.5 C}
     * @param title of the setting, for messages
     */
    static double parse(final String text, final String title) throws InvalidSettingsException {
        final Matcher divided = DIVIDED.matcher(text.strip());
        final Matcher multiple = MULTIPLE.matcher(text.strip());
        double rate = Double.NaN;
        if (divided.matches()) {
            rate = 1 / Double.parseDouble(divided.group(1));
        } else if (multiple.matches()) {
            rate = Double.parseDouble(multiple.group(1));
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new InvalidSettingsException("'" + title + "' is '" + text + "', which is no rate above 0. Write for "
                + "instance C/3 or 0.5 C.");
        }
        return rate;
    }
}
