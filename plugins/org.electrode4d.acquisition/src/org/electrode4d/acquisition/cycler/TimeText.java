// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 12:05:30}, {@code 0d 00:00:5.05} or {@code 2-03:04:05}. */
final class TimeText {

    private static final Pattern CLOCK =
        Pattern.compile("(?:(\\d{1,6})(?:d| d|-|\\.)? +|(\\d{1,6})-)?(\\d{1,6}):(\\d{1,2}):(\\d{1,2}(?:\\.\\d*)?)");

    private TimeText() {
    }

    /** Seconds; NaN where the text is no duration. Hours may exceed 24, minutes and seconds stay below 60. */
    static double seconds(final String text) {
        final Matcher matcher = CLOCK.matcher(text.strip());
        if (!matcher.matches()) {
            return Double.NaN;
        }
        final String days = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        final int minutes = Integer.parseInt(matcher.group(4));
        final double seconds = Double.parseDouble(matcher.group(5));
        // a cycler that rounds may write 60 seconds
        if (minutes > 59 || seconds > 60) {
            return Double.NaN;
        }
        return 86400.0 * (days == null ? 0 : Integer.parseInt(days)) + 3600.0 * Integer.parseInt(matcher.group(3))
            + 60.0 * minutes + seconds;
    }
}
