// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/**
 * Which column of a delimited text is what. A column is given by its name in the last of the header lines, or by its
 * number from 1; an empty text stands for a column that the file does not have.
 *
 * @param layout of the text
 * @param time column, needed; numbers, or hours, minutes and seconds such as 1:30:00.5
 * @param potential column, needed
 * @param current column, needed
 * @param charge net charge since the start
 * @param step number of the step in the cycler's program
 * @param cycle number of the cycle
 * @param state what the cycler did
 * @param temperature in degree Celsius
 * @param units of the numbers
 */
public record ColumnMap(Layout layout, String time, String potential, String current, String charge, String step,
    String cycle, String state, String temperature, Units units) {

    /** Time in s, potential in V and current in A in the first three columns of a text with commas and one header. */
    public static final ColumnMap DEFAULT =
        new ColumnMap(new Layout(',', '.', 1), "1", "2", "3", "", "", "", "", "", new Units(1, 1, 1, 1));

    /**
     * How the text is written.
     *
     * @param delimiter between two values
     * @param decimal separator: point or comma
     * @param headerLines lines before the first of the data; the last of them names the columns
     */
    public record Layout(char delimiter, char decimal, int headerLines) {
        /** Refuses separators that cannot be told apart. */
        public Layout {
            if (decimal != '.' && decimal != ',') {
                throw new IllegalArgumentException("The decimal separator is '" + decimal + "'; it must be . or ,");
            }
            if (decimal == delimiter) {
                throw new IllegalArgumentException(
                    "Delimiter and decimal separator are both '" + decimal + "'; they must differ.");
            }
            if (headerLines < 0) {
                throw new IllegalArgumentException("The number of header lines is " + headerLines
                    + "; it must be 0 or more.");
            }
        }
    }

    /**
     * What one unit of the file is.
     *
     * @param time in seconds
     * @param potential in volt
     * @param current in ampere
     * @param charge in coulomb
     */
    public record Units(double time, double potential, double current, double charge) {
        /** Refuses factors that are no units. */
        public Units {
            for (final double factor : new double[]{time, potential, current, charge}) {
                if (!(factor > 0) || Double.isInfinite(factor)) {
                    throw new IllegalArgumentException("The factor of a unit is " + factor
                        + "; it must be above 0 and finite. Reverse the sign of currents with its own option.");
                }
            }
        }
    }

    /** Needs time, potential and current. */
    public ColumnMap {
        if (time.isBlank() || potential.isBlank() || current.isBlank()) {
            throw new IllegalArgumentException("The columns of time, potential and current are needed, but are '"
                + time + "', '" + potential + "' and '" + current + "'.");
        }
    }
}
