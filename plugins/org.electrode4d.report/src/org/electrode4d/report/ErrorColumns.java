// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the column with the scatter or the uncertainty of another one by its name: {@code Thickness, SD [µm]} belongs
 * to {@code Thickness, mean [µm]}, {@code SD of displacement [µm]} to {@code Mean displacement [µm]}, {@code Error of
 * axial strain [-]} to {@code Axial strain [-]}.
 */
final class ErrorColumns {

    private static final Pattern MEAN_BEHIND = Pattern.compile("(.*), mean( \\[.*)?");
    private static final Pattern MEAN_BEFORE = Pattern.compile("Mean( .*)?");

    private final Table table;
    private final int[] errors;

    ErrorColumns(final Table table) {
        this.table = table;
        errors = new int[table.columns().size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = names(table.columns().get(i).name()).stream().mapToInt(table::column)
                .filter(column -> column >= 0 && table.columns().get(column).numeric()).findFirst().orElse(-1);
        }
    }

    /** The column of errors of a column; -1 for none. */
    int of(final int column) {
        return errors[column];
    }

    /** Whether a column holds the errors of another one, and so has no chart of its own. */
    boolean isError(final int column) {
        for (int i = 0; i < errors.length; i++) {
            if (i != column && errors[i] == column) {
                return true;
            }
        }
        return false;
    }

    /** Columns with errors before those with a unit, and these before counts. */
    List<Integer> mostTellingFirst() {
        return IntStream.range(0, errors.length).boxed().sorted(Comparator.comparingInt(
            (Integer i) -> errors[i] >= 0 ? 0 : table.columns().get(i).name().endsWith("]") ? 1 : 2)).toList();
    }

    private static List<String> names(final String name) {
        final List<String> names = new ArrayList<>();
        final Matcher behind = MEAN_BEHIND.matcher(name);
        if (behind.matches()) {
            final String unit = behind.group(2) == null ? "" : behind.group(2);
            names.add(behind.group(1) + ", SD" + unit);
            return names;
        }
        final Matcher before = MEAN_BEFORE.matcher(name);
        if (before.matches()) {
            final String rest = before.group(1) == null ? "" : before.group(1);
            names.add("SD of" + rest);
            names.add("SD" + rest);
            return names;
        }
        final String lower = name.substring(0, Math.min(1, name.length())).toLowerCase(Locale.ROOT)
            + name.substring(Math.min(1, name.length()));
        names.addAll(List.of("Error of " + lower, "Uncertainty of " + lower, "SD of " + lower));
        return names;
    }
}
