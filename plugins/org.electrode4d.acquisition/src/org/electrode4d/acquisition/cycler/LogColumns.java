// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the columns of a log. */
final class LogColumns {

    private final LogLines lines;
    private final List<String> names;

    /** @param lines whose last line named the columns */
    LogColumns(final LogLines lines, final List<String> names) {
        this.lines = lines;
        this.names = List.copyOf(names);
    }

    /**
     * The first column of a name.
     *
     * @param name regular expression of the whole name, in any case, whose first group is the unit if it has a group
     * @throws CyclerFormatException if the unit is unknown
     */
    Optional<LogColumn> find(final String name, final LogUnit unit) throws CyclerFormatException {
        final Pattern pattern = Pattern.compile(name, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (int i = 0; i < names.size(); i++) {
            final Matcher matcher = pattern.matcher(names.get(i));
            if (matcher.matches()) {
                return Optional.of(new LogColumn(i, names.get(i),
                    matcher.groupCount() == 0 ? 1 : factor(names.get(i), matcher.group(1), unit)));
            }
        }
        return Optional.empty();
    }

    /** The first column of a name that must be there. */
    LogColumn require(final String name, final LogUnit unit, final String example) throws CyclerFormatException {
        final Optional<LogColumn> column = find(name, unit);
        if (column.isEmpty()) {
            throw lines.wrong("there is no column such as '" + example + "'. The columns are "
                + CyclerFormatException.quote(String.join(", ", names)) + ".");
        }
        return column.get();
    }

    /** How many there are. */
    int count() {
        return names.size();
    }

    private double factor(final String name, final String text, final LogUnit unit) throws CyclerFormatException {
        final Double factor = unit.factor(text == null ? "" : text);
        if (factor == null) {
            throw lines.wrong("the unit of column '" + name + "' is not known. A unit of " + unit.quantity()
                + " was expected: " + String.join(", ", unit.symbols()) + ".");
        }
        return factor;
    }
}
