// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"2.0, 2", "-0.5, -0.5", "0.0, 0", "-0.0, 0", "123456.7, 123457", "1234567, 1.23457e+06",
        "100000, 100000", "999999.9, 1e+06", "0.0001, 0.0001", "0.00001, 1e-05", "3.14159265358979, 3.14159",
        "-1.5e-300, -1.5e-300", "NaN, NaN", "-Infinity, -Infinity"})
    void aNumberHasAtMostSixSignificantDigits(final double value, final String text) {
        assertEquals(text, Numbers.text(value));
    }

    @ParameterizedTest
    @CsvSource({"999, 999 B", "1500, 1.5 kB", "250000, 250 kB", "9800000, 9.8 MB", "17000000000, 17.0 GB"})
    void bytesHaveAUnit(final long count, final String text) {
        assertEquals(text, Numbers.bytes(count));
    }

    @ParameterizedTest
    @CsvSource({"0.034, 0.03 s", "59.5, 59.50 s", "105, 1 min 45 s", "7384, 2 h 3 min 4 s"})
    void durationsHaveUnits(final double seconds, final String text) {
        assertEquals(text, Numbers.seconds(seconds));
    }
}
