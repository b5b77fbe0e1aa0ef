// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package of measured values: variables with a type of two letters, a number of seven hexadecimal digits with the
 * offset 2^27, a prefix, and metadata after commas.
 *
 * @param potential of the cell in volt: type {@code ab}, or {@code da}, the applied one, while a potential is regulated
 * @param current in ampere: type {@code ba}, or {@code db}, the applied one, while a current is regulated
 */
record MethodScriptPackage(OptionalDouble potential, OptionalDouble current) {

    private static final Pattern VARIABLE =
        Pattern.compile("([a-z]{2})(?:([0-9A-Fa-f]{7})([afpnum kMGTPEi])| *nan)((?:,[0-9A-Fa-f]+)*)");
    private static final long OFFSET = 1L << 27;
    private static final String PREFIXES = "afpnum kMGTPE";
    private static final int SMALLEST = -18;
    private static final int OVERLOAD = 2;

    /**
     * Reads a line that begins with P.
     *
     * @param name of the instrument, for messages
     * @throws InvalidReadingException if it is no package, a value is not a number, or the input was overloaded
     */
    static MethodScriptPackage parse(final String name, final String line) throws InvalidReadingException {
        OptionalDouble potential = OptionalDouble.empty();
        OptionalDouble current = OptionalDouble.empty();
        for (final String text : line.substring(1).split(";", -1)) {
            final Matcher variable = VARIABLE.matcher(text);
            if (!variable.matches()) {
                throw new InvalidReadingException(name + " sent " + LineChannel.quoted(line)
                    + ", which is no whole package.");
            }
            switch (variable.group(1)) {
                case "ab", "da" -> potential = OptionalDouble.of(value(name, line, variable));
                case "ba", "db" -> current = OptionalDouble.of(value(name, line, variable));
                default -> value(name, line, variable);
            }
        }
        return new MethodScriptPackage(potential, current);
    }

    private static double value(final String name, final String line, final Matcher variable)
        throws InvalidReadingException {
        if (variable.group(2) == null) {
            throw new InvalidReadingException(name + " sent " + LineChannel.quoted(line)
                + ", in which a value is not a number.");
        }
        for (final String metadata : variable.group(4).split(",")) {
            if (metadata.startsWith("1") && (Integer.parseInt(metadata, 16) & OVERLOAD) != 0) {
                throw new InvalidReadingException(name + " sent " + LineChannel.quoted(line)
                    + " with the mark of an overload: the value is beyond its range.");
            }
        }
        final int prefix = PREFIXES.indexOf(variable.group(3));
        final double unit = prefix < 0 ? 1 : Math.pow(10, SMALLEST + 3. * prefix);
        return (Long.parseLong(variable.group(2), 16) - OFFSET) * unit;
    }
}
