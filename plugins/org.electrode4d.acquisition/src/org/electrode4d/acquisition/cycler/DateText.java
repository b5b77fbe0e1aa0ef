// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates with times as cyclers write them: {@code 2022-05-18 16:27:52}, {@code 12/31/2020 23:59:59.5}. Whether the
 * month or the day comes first is learnt from a date that is known from elsewhere, or from a number above 12; where
 * neither tells, there is no date rather than a guess.
 */
final class DateText {

    private static final Pattern ISO =
        Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[ T]+(\\d{1,2}):(\\d{2}):(\\d{2}(?:\\.\\d+)?)");
    private static final Pattern SLASHES =
        Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}) +(\\d{1,2}):(\\d{2}):(\\d{2}(?:\\.\\d+)?)(?: *([AP]M))?");

    private Boolean monthFirst;

    /** Learns the order from a date that is known from elsewhere. */
    void learn(final String text, final LocalDate known) {
        final Matcher matcher = SLASHES.matcher(text.strip());
        if (matcher.matches()) {
            final int a = Integer.parseInt(matcher.group(1));
            final int b = Integer.parseInt(matcher.group(2));
            if (a == known.getMonthValue() && b == known.getDayOfMonth()) {
                monthFirst = true;
            } else if (b == known.getMonthValue() && a == known.getDayOfMonth()) {
                monthFirst = false;
            }
        }
    }

    /** The date; null where the text is none or the order is unknown. */
    LocalDateTime parse(final String text) {
        final Matcher iso = ISO.matcher(text.strip());
        final Matcher slashes = SLASHES.matcher(text.strip());
        try {
            if (iso.matches()) {
                return date(iso, 1, 2, 3).atTime(time(iso));
            } else if (slashes.matches() && order(slashes) != null) {
                return date(slashes, 3, monthFirst ? 1 : 2, monthFirst ? 2 : 1).atTime(time(slashes));
            }
            return null;
        } catch (DateTimeException e) {
            // 31/31/2020 is no date
            return null;
        }
    }

    private Boolean order(final Matcher matcher) {
        if (monthFirst == null && Integer.parseInt(matcher.group(1)) > 12) {
            monthFirst = false;
        } else if (monthFirst == null && Integer.parseInt(matcher.group(2)) > 12) {
            monthFirst = true;
        }
        return monthFirst;
    }

    private static LocalDate date(final Matcher matcher, final int year, final int month, final int day) {
        return LocalDate.of(Integer.parseInt(matcher.group(year)), Integer.parseInt(matcher.group(month)),
            Integer.parseInt(matcher.group(day)));
    }

    private static LocalTime time(final Matcher matcher) {
        final double seconds = Double.parseDouble(matcher.group(6));
        int hour = Integer.parseInt(matcher.group(4));
        if (matcher.groupCount() > 6 && matcher.group(7) != null && hour <= 12) {
            hour = hour % 12 + ("PM".equals(matcher.group(7)) ? 12 : 0);
        }
        return LocalTime.of(hour, Integer.parseInt(matcher.group(5)))
            .plusNanos(Math.round(seconds * 1e9));
    }
}
