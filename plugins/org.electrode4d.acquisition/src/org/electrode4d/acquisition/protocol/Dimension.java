// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text like {@code 4.3 V} is a value of: the units that it may have. {@code C} is a C-rate where a current is
 * meant and coulomb where a charge is meant.
 */
enum Dimension {
    POTENTIAL("potential", "4.3 V", unit("V", "1", Amount.Unit.VOLT), unit("mV", "1e-3", Amount.Unit.VOLT)),
    CURRENT("current", "11.1 µA or C/3", unit("C", "1", Amount.Unit.C_RATE), unit("nA", "1e-9", Amount.Unit.AMPERE),
        unit("µA", "1e-6", Amount.Unit.AMPERE), unit("mA", "1e-3", Amount.Unit.AMPERE),
        unit("A", "1", Amount.Unit.AMPERE)),
    TIME("time", "30 min", unit("s", "1", Amount.Unit.SECOND), unit("ms", "1e-3", Amount.Unit.SECOND),
        unit("min", "60", Amount.Unit.SECOND), unit("h", "3600", Amount.Unit.SECOND),
        unit("d", "86400", Amount.Unit.SECOND)),
    CHARGE("charge", "33.3 µAh", unit("% of capacity", "1e-2", Amount.Unit.CAPACITY),
        unit("C", "1", Amount.Unit.COULOMB), unit("µAh", "3.6e-3", Amount.Unit.COULOMB),
        unit("mAh", "3.6", Amount.Unit.COULOMB), unit("Ah", "3600", Amount.Unit.COULOMB),
        unit("mC", "1e-3", Amount.Unit.COULOMB)),
    COUNT("number", "6", unit("", "1", Amount.Unit.COUNT)),
    TEMPERATURE("temperature", "60 °C", unit("°C", "1", Amount.Unit.COUNT));

    private static final Pattern AMOUNT = Pattern.compile("(" + DecimalText.NUMBER + ")\\s*(.*)");
    private static final Pattern RATE = Pattern.compile("C\\s*/\\s*(" + DecimalText.NUMBER + ")");

    private final String label;
    private final String example;
    private final List<UnitText> units;

    Dimension(final String label, final String example, final UnitText... units) {
        this.label = label;
        this.example = example;
        this.units = List.of(units);
    }

    private record UnitText(String symbol, BigDecimal factor, Amount.Unit unit) {
    }

    private static UnitText unit(final String symbol, final String factor, final Amount.Unit unit) {
        return new UnitText(symbol, new BigDecimal(factor), unit);
    }

    /** The dimension in which a quantity is compared. */
    static Dimension of(final Quantity quantity) {
        return switch (quantity) {
            case POTENTIAL -> POTENTIAL;
            case CURRENT -> CURRENT;
            case TIME -> TIME;
            case CHARGE -> CHARGE;
            case SCANS, PASSES -> COUNT;
        };
    }

    /** The dimension of an amount. */
    static Dimension of(final Amount.Unit unit) {
        return switch (unit) {
            case VOLT -> POTENTIAL;
            case AMPERE, C_RATE -> CURRENT;
            case SECOND -> TIME;
            case COULOMB, CAPACITY -> CHARGE;
            case COUNT -> COUNT;
        };
    }

    /**
     * Reads a number with a unit.
     *
     * @throws IllegalArgumentException with what came and what is expected
     */
    Amount parse(final String text) {
        final String amount = text.strip().replace('\u03bc', 'µ').replaceFirst("\\bu(?=Ah?$)", "µ");
        final Matcher rate = RATE.matcher(amount);
        if (this == CURRENT && rate.matches()) {
            return finite(1 / DecimalText.parse(rate.group(1), BigDecimal.ONE), Amount.Unit.C_RATE, text);
        }
        final Matcher matcher = AMOUNT.matcher(amount);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no " + label + ": " + expected());
        }
        for (final UnitText unit : units) {
            if (unit.symbol.equals(matcher.group(2).replaceAll("\\s+", " "))) {
                return finite(DecimalText.parse(matcher.group(1), unit.factor), unit.unit, text);
            }
        }
        throw new IllegalArgumentException("'" + text + "' has " + (matcher.group(2).isEmpty() ? "no unit"
            : "'" + matcher.group(2) + "' behind its number, which is no unit of a " + label) + ": " + expected());
    }

    private static Amount finite(final double value, final Amount.Unit unit, final String text) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("'" + text + "' is too large a number.");
        }
        return new Amount(value, unit);
    }

    private String expected() {
        return this == COUNT ? "write a number without a unit, for instance " + example + "."
            : "write a number with a unit, for instance " + example + ". Units of a " + label + " are "
                + units.stream().map(UnitText::symbol).collect(Collectors.joining(", ")) + ".";
    }

    /** Writes an amount with the unit in which it has the fewest digits. */
    static String format(final Amount amount) {
        return of(amount.unit()).format(amount.value(), amount.unit());
    }

    /** Writes a value, given in {@code unit}, with the unit in which it has the fewest digits. */
    String format(final double value, final Amount.Unit unit) {
        final List<String[]> texts = new ArrayList<>();
        for (final UnitText candidate : units) {
            if (candidate.unit == unit && !"d".equals(candidate.symbol)) {
                DecimalText.format(value, candidate.factor)
                    .ifPresent(number -> texts.add(new String[] {number, (number + " " + candidate.symbol).strip()}));
            }
        }
        if (unit == Amount.Unit.C_RATE) {
            divisor(value).ifPresent(number -> texts.add(new String[] {number, "C/" + number}));
        }
        String[] best = texts.get(0);
        for (final String[] text : texts) {
            best = effort(text[0]) < effort(best[0]) ? text : best;
        }
        return best[1];
    }

    /** How hard a number is to read: by its digits, and a nought more if it begins with one. */
    private static int effort(final String number) {
        return number.replace(".", "").length() + (number.startsWith("0.") ? 1 : 0);
    }

    /** The n of C/n, if there is one that is read as the same value. */
    private static Optional<String> divisor(final double value) {
        if (value == 0 || Double.isInfinite(1 / value)) {
            return Optional.empty();
        }
        return DecimalText.format(1 / value, BigDecimal.ONE)
            .filter(number -> 1 / DecimalText.parse(number, BigDecimal.ONE) == value);
    }
}
