// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Converts numbers between units that differ by a power of ten: "%" and "-", "nm" and "µm", "µm³" and "mm³", "1/nm" and
 * "1/µm". One multiplication or division by a power of ten that is exact, so that the result is rounded once.
 */
final class UnitConversion {

    private static final Map<String, Unit> UNITS = Map.ofEntries(Map.entry("-", new Unit("", 0)),
        Map.entry("%", new Unit("", -2)), Map.entry("nm", new Unit("m", -9)), Map.entry("µm", new Unit("m", -6)),
        Map.entry("mm", new Unit("m", -3)), Map.entry("cm", new Unit("m", -2)), Map.entry("m", new Unit("m", 0)),
        Map.entry("mV", new Unit("V", -3)), Map.entry("V", new Unit("V", 0)), Map.entry("µA", new Unit("A", -6)),
        Map.entry("mA", new Unit("A", -3)), Map.entry("A", new Unit("A", 0)), Map.entry("mAh", new Unit("Ah", -3)),
        Map.entry("Ah", new Unit("Ah", 0)));

    private UnitConversion() {
    }

    /** What a unit is of, and the power of ten that makes it. */
    private record Unit(String base, int power) {

        Unit times(final int exponent) {
            return new Unit(base + "^" + exponent, power * exponent);
        }
    }

    /**
     * A number in another unit.
     *
     * @param from the unit that it has; empty and "1" count as "-", none
     * @param to the unit that is wanted
     * @return empty where the units are of different kinds
     */
    static OptionalDouble convert(final double value, final String from, final String to) {
        final Unit source = unit(normal(from));
        final Unit target = unit(normal(to));
        if (!source.base.equals(target.base)) {
            return OptionalDouble.empty();
        }
        final int power = source.power - target.power;
        return OptionalDouble.of(power < 0 ? value / Math.pow(10, -power) : value * Math.pow(10, power));
    }

    /** Papers and keyboards write micro with either of two letters. */
    private static String normal(final String unit) {
        final String text = unit.strip().replace('\u03bc', '\u00b5');
        return text.isEmpty() || text.equals("1") ? "-" : text;
    }

    /** A unit that is not known converts into itself alone. */
    private static Unit unit(final String text) {
        if (text.startsWith("1/")) {
            return unit(text.substring(2)).times(-1);
        } else if (text.endsWith("²")) {
            return unit(text.substring(0, text.length() - 1)).times(2);
        } else if (text.endsWith("³")) {
            return unit(text.substring(0, text.length() - 1)).times(3);
        }
        return UNITS.getOrDefault(text, new Unit("[" + text + "]", 0));
    }
}
