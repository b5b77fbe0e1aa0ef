// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.ArrayList;
import java.util.List;

/** The values of one line, cut at a delimiter. A value in double quotes may hold the delimiter; "" stands for one. */
final class Fields {

    /** A decimal point or a decimal comma, whichever a number has. */
    static final char EITHER = 0;

    private final LogLines lines;
    private final char delimiter;
    private final char decimal;
    private final List<String> values = new ArrayList<>();

    /** @param decimal separator of the numbers: point, comma or {@link #EITHER} */
    Fields(final LogLines lines, final char delimiter, final char decimal) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.decimal = decimal;
    }

    /** Cuts a line; the values of the last one are forgotten. */
    Fields split(final String line) {
        values.clear();
        int start = 0;
        while (start <= line.length()) {
            int end;
            if (start < line.length() && line.charAt(start) == '"') {
                end = quoted(line, start);
            } else {
                end = line.indexOf(delimiter, start);
                end = end < 0 ? line.length() : end;
                values.add(line.substring(start, end).strip());
            }
            start = end + 1;
        }
        return this;
    }

    /** Gives the end of a value in quotes, where the delimiter is. */
    private int quoted(final String line, final int start) {
        final StringBuilder value = new StringBuilder();
        int i = start + 1;
        while (i < line.length()) {
            if (line.charAt(i) == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                value.append('"');
                i += 2;
            } else if (line.charAt(i) == '"') {
                break;
            } else {
                value.append(line.charAt(i++));
            }
        }
        final int end = line.indexOf(delimiter, Math.min(i + 1, line.length()));
        values.add(value.toString().strip());
        return end < 0 ? line.length() : end;
    }

    int count() {
        return values.size();
    }

    /** The values as they are. */
    List<String> all() {
        return List.copyOf(values);
    }

    /** A value; empty where the line is too short. */
    String text(final int index) {
        return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    /** A number in the unit of its column. */
    double number(final LogColumn column) throws CyclerFormatException {
        return number(column, text(column.index())) * column.factor();
    }

    /** A number in the unit of its column, or NaN where the value is empty. */
    double numberOrNone(final LogColumn column) throws CyclerFormatException {
        return text(column.index()).isEmpty() ? Double.NaN : number(column);
    }

    private double number(final LogColumn column, final String value) throws CyclerFormatException {
        final String text = decimal == '.' ? value : withPoint(value);
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                throw wrong(column, value, "a number");
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            final CyclerFormatException wrong = wrong(column, value, "a number");
            wrong.initCause(e);
            throw wrong;
        }
    }

    /** A number with a comma has no point: what separates thousands is not guessed. */
    private String withPoint(final String value) {
        return decimal == ',' && value.indexOf('.') >= 0 ? value + "?"
            : value.indexOf('.') >= 0 ? value : value.replace(',', '.');
    }

    /** A whole number; numbers such as 3.000E+00 are whole, too. */
    int whole(final LogColumn column) throws CyclerFormatException {
        final String text = text(column.index());
        final double number = number(column, text);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong(column, text, "a whole number");
        }
        return (int)number;
    }

    /** Seconds: a number in the unit of its column, or days, hours, minutes and seconds. */
    double time(final LogColumn column) throws CyclerFormatException {
        final String text = text(column.index());
        if (text.indexOf(':') < 0) {
            return number(column);
        }
        final double seconds = TimeText.seconds(withPoint(text));
        if (Double.isNaN(seconds)) {
            throw wrong(column, text, "a number or a time such as 1:30:00.5");
        }
        return seconds;
    }

    /** The value of a column is not what it must be. */
    CyclerFormatException wrong(final LogColumn column, final String value, final String expected) {
        if (column.index() >= count()) {
            return lines.wrong("it has only " + count() + " columns, but column " + (column.index() + 1) + " ("
                + column.name() + ") is needed. Was the file cut off?");
        }
        return lines.wrong("column '" + column.name() + "' is " + CyclerFormatException.quote(value) + ", but "
            + expected + " was expected.");
    }
}
