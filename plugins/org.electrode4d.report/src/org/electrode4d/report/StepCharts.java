// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.electrode4d.report.Chart.Line;
import org.electrode4d.report.Table.Column;

/**
 * Draws tables over the steps of an experiment: a chart per column of numbers, a line per region or other group. Tables
 * with a row per quantity ({@code Quantity, Step, Region, Unit, Published, True, Measured} and {@code Component,
 * Deformed step, Region, Unit, Mean, SD}) have a chart per quantity.
 */
public final class StepCharts {

    /** More lines than can be told apart are no chart. */
    private static final int MOST_LINES = 9;

    private static final int MOST_GROUPS = 6;

    /** Of a table with a column per quantity, which has many that nobody looks for. */
    private static final int MOST_COLUMNS = 6;

    /** Of a table with a row per quantity, which somebody asked for. */
    private static final int MOST_QUANTITIES = 40;

    private static final String STEP = "Step";

    /** Columns that tell which scan a row is about. */
    private static final List<String> STEPS = List.of(STEP, "Deformed step", "Pair");

    /** Columns that tell what the numbers of a row are. */
    private static final List<String> NAMES = List.of("Quantity", "Component");

    /** Columns of the numbers of such rows. */
    private static final List<String> SOURCES = List.of("Published", "True", "Measured", "Mean true", "Mean measured",
        "Mean");

    private static final Set<String> NO_GROUPS = Set.of("Reference step", "Unit", "Status", "Within tolerance");

    private static final Set<String> NOT_DRAWN = Set.of("Time [h]", "Label", "Row");

    private final Table table;
    private final int step;
    private final List<String> steps;

    private StepCharts(final Table table, final int step) {
        this.table = table;
        this.step = step;
        this.steps = table.distinct(step);
    }

    /**
     * The charts of a table; none where it has no column of steps, fewer than two steps, more than one row per step and
     * group, or where only its beginning is known.
     */
    public static List<Chart> of(final Table table) {
        final int step = STEPS.stream().mapToInt(table::column).filter(i -> i >= 0).findFirst().orElse(-1);
        if (step < 0 || !table.isComplete() || table.rows().isEmpty()) {
            return List.of();
        }
        final StepCharts charts = new StepCharts(table, step);
        final List<Chart> all = new ArrayList<>();
        if (NAMES.stream().anyMatch(name -> table.column(name) >= 0)) {
            charts.byName().forEach((name, part) -> all.addAll(part.ofName(name)));
        } else {
            all.addAll(charts.ofColumns());
        }
        return all.subList(0, Math.min(MOST_QUANTITIES, all.size()));
    }

    /** Whether a table sets expected and measured values side by side. */
    public static boolean isComparison(final Table table) {
        return isComparison(table.columns().stream().map(Column::name).toList());
    }

    /** The same by the names of its columns. */
    public static boolean isComparison(final List<String> columns) {
        return columns.contains("Quantity") && (columns.contains("Measured") || columns.contains("Mean measured"));
    }

    /** The rows of each quantity. */
    private Map<String, StepCharts> byName() {
        final List<Integer> names = NAMES.stream().map(table::column).filter(i -> i >= 0).toList();
        final int unit = table.column("Unit");
        final Map<String, List<List<Cell>>> rows = new LinkedHashMap<>();
        for (final List<Cell> row : table.rows()) {
            final String name = text(row, names) + (unit < 0 ? "" : " [" + row.get(unit).read() + "]");
            rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
        final Map<String, StepCharts> parts = new LinkedHashMap<>();
        rows.forEach((name, part) -> parts.put(name,
            new StepCharts(new Table(name, table.columns(), part, part.size()), step)));
        return parts;
    }

    /** What some columns say of a row; nothing where they say nothing. */
    private static String text(final List<Cell> row, final List<Integer> columns) {
        return columns.stream().map(row::get).filter(cell -> cell != Cell.MISSING).map(Cell::read)
            .collect(Collectors.joining(", "));
    }

    private List<Chart> ofName(final String name) {
        final List<Integer> groups = groups();
        final List<Integer> sources = SOURCES.stream().map(table::column).filter(i -> i >= 0).toList();
        final Map<String, List<List<Cell>>> parts = grouped(groups);
        final List<Line> lines = new ArrayList<>();
        int colour = 0;
        for (final Map.Entry<String, List<List<Cell>>> part : parts.entrySet()) {
            for (int i = 0; i < sources.size(); i++) {
                final double[] y = values(part.getValue(), sources.get(i));
                if (Arrays.stream(y).anyMatch(Double::isFinite)) {
                    lines.add(new Line(part.getKey() + (part.getKey().isEmpty() ? "" : ", ")
                        + table.columns().get(sources.get(i)).name().toLowerCase(Locale.ROOT), y,
                        errors(part.getValue(), sources.get(i)), parts.size() == 1 ? i : colour, i));
                }
            }
            colour++;
        }
        final boolean drawn = steps.size() > 1 && !lines.isEmpty() && lines.size() <= MOST_LINES && isUnique(groups);
        return drawn ? List.of(new Chart(name, STEP, steps, name, lines)) : List.of();
    }

    private double[] errors(final List<List<Cell>> rows, final int source) {
        final int column = table.columns().get(source).name().equals("Mean") ? table.column("SD") : -1;
        return column < 0 ? new double[0] : values(rows, column);
    }

    private List<Chart> ofColumns() {
        final List<Integer> groups = groups();
        final List<Chart> charts = new ArrayList<>();
        final Map<String, List<List<Cell>>> parts = grouped(groups);
        if (steps.size() < 2 || !isUnique(groups) || parts.size() > MOST_GROUPS) {
            return charts;
        }
        final ErrorColumns errors = new ErrorColumns(table);
        for (final int i : errors.mostTellingFirst()) {
            final Column column = table.columns().get(i);
            final boolean telling = column.numeric() && !NOT_DRAWN.contains(column.name()) && !errors.isError(i);
            if (charts.size() < MOST_COLUMNS && telling && varies(i)) {
                charts.add(chart(i, errors.of(i), parts));
            }
        }
        return charts;
    }

    private Chart chart(final int column, final int error, final Map<String, List<List<Cell>>> parts) {
        final List<Line> lines = new ArrayList<>();
        parts.forEach((group, rows) -> lines.add(new Line(group, values(rows, column),
            error < 0 ? new double[0] : values(rows, error), lines.size(), lines.size())));
        final String name = table.columns().get(column).name();
        return new Chart(name, STEP, steps, error < 0 ? name : name + " ± " + kind(table.columns().get(error).name()),
            lines);
    }

    private static String kind(final String error) {
        return error.contains("SD") ? "SD" : error.startsWith("Uncertainty") ? "uncertainty" : "error";
    }

    /** Columns of texts with few different ones, such as regions; each is part of the name of a line. */
    private List<Integer> groups() {
        final List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            final Column column = table.columns().get(i);
            if (i != step && !column.numeric() && !NO_GROUPS.contains(column.name())
                && !NAMES.contains(column.name()) && isGroup(i)) {
                groups.add(i);
            }
        }
        return groups;
    }

    /** A text that is another one at each step tells of the step, and groups nothing. */
    private boolean isGroup(final int column) {
        final int different = table.distinct(column).size();
        final long withSteps = table.rows().stream().map(row -> row.get(step).read() + '\n' + row.get(column).read())
            .distinct().count();
        return different > 1 && different <= MOST_GROUPS && withSteps > different
            && table.rows().stream().allMatch(row -> row.get(column) instanceof Cell.Text);
    }

    private Map<String, List<List<Cell>>> grouped(final List<Integer> groups) {
        final Map<String, List<List<Cell>>> parts = new LinkedHashMap<>();
        for (final List<Cell> row : table.rows()) {
            parts.computeIfAbsent(text(row, groups), key -> new ArrayList<>()).add(row);
        }
        return parts;
    }

    private boolean isUnique(final List<Integer> groups) {
        return grouped(groups).values().stream().allMatch(
            rows -> rows.stream().map(row -> row.get(step).read()).distinct().count() == rows.size());
    }

    /** The value of each step; NaN for steps without a row. */
    private double[] values(final List<List<Cell>> rows, final int column) {
        final double[] values = new double[steps.size()];
        Arrays.fill(values, Double.NaN);
        for (final List<Cell> row : rows) {
            values[steps.indexOf(row.get(step).read())] = row.get(column).number();
        }
        return values;
    }

    private boolean varies(final int column) {
        return table.rows().stream().mapToDouble(row -> row.get(column).number()).filter(Double::isFinite).distinct()
            .limit(2).count() > 1;
    }
}
