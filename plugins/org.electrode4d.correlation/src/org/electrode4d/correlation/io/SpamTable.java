// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;

/** The lines of one of SPAM's tables, found by the names of the columns, also those of versions before 0.5. */
final class SpamTable {

    static final List<String> POSITION = List.of("Zpos", "Ypos", "Xpos");

    private static final List<String> F = List.of("Fxx", "Fxy", "Fxz", "Fyx", "Fyy", "Fyz", "Fzx", "Fzy", "Fzz");
    private static final List<String> DISPLACEMENT = List.of("Zdisp", "Ydisp", "Xdisp");
    private static final Map<String, String> OLD_NAMES = Map.ofEntries(Map.entry("F11", "Fzz"),
        Map.entry("F12", "Fzy"), Map.entry("F13", "Fzx"), Map.entry("F14", "Zdisp"), Map.entry("F21", "Fyz"),
        Map.entry("F22", "Fyy"), Map.entry("F23", "Fyx"), Map.entry("F24", "Ydisp"), Map.entry("F31", "Fxz"),
        Map.entry("F32", "Fxy"), Map.entry("F33", "Fxx"), Map.entry("F34", "Xdisp"),
        Map.entry("SubPixReturnStat", "returnStatus"), Map.entry("SubPixDeltaPhiNorm", "deltaPhiNorm"),
        Map.entry("SubPixDeltaFnorm", "deltaPhiNorm"), Map.entry("SubPixIterations", "iterations"),
        Map.entry("SubPixError", "error"), Map.entry("PSCC", "pixelSearchCC"));

    private final Path file;
    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<double[]> rows = new ArrayList<>();

    SpamTable(final Path file) throws IOException {
        this.file = file;
        final List<String> lines = lines();
        names = List.of(lines.get(0).strip().split("\\s*\t\\s*"));
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        OLD_NAMES.forEach((old, now) -> {
            if (columns.containsKey(old)) {
                columns.putIfAbsent(now, columns.get(old));
            }
        });
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(numbers(lines.get(i), i + 1));
            }
        }
    }

    private List<String> lines() throws IOException {
        try {
            final List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || lines.get(0).isBlank()) {
                throw new FieldFormatException(file, "The file is empty.");
            }
            return lines;
        } catch (MalformedInputException e) {
            throw new FieldFormatException(file, "This is not a text file. A table of SPAM was expected.", e);
        }
    }

    private double[] numbers(final String line, final int number) throws FieldFormatException {
        final String[] cells = line.split("\t", -1);
        if (cells.length < names.size()) {
            throw new FieldFormatException(file, "Line " + number + " has " + cells.length + " of "
                + names.size() + " columns. Was the file cut off?");
        }
        final double[] values = new double[cells.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(cells[i].strip(), number);
        }
        return values;
    }

    private double number(final String text, final int line) throws FieldFormatException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException e) {
                    throw new FieldFormatException(file, "Line " + line + " holds '" + text
                        + "' where a number was expected.", e);
                }
            }
        };
    }

    boolean has(final String column) {
        return columns.containsKey(column);
    }

    /** @throws FieldFormatException if the table lacks a position, displacement or F, or has no lines */
    void requirePhi() throws FieldFormatException {
        final List<String> needed = new ArrayList<>(POSITION);
        needed.addAll(F);
        needed.addAll(DISPLACEMENT);
        require(needed, "A tab-separated table of SPAM was expected.");
    }

    /** @throws FieldFormatException if columns are missing, or there are no lines */
    void require(final List<String> needed, final String remedy) throws FieldFormatException {
        final List<String> missing = needed.stream().filter(name -> !has(name)).toList();
        if (!missing.isEmpty()) {
            throw problem("The columns " + String.join(", ", missing) + " are missing; found "
                + String.join(", ", names) + ". " + remedy);
        }
        if (rows.isEmpty()) {
            throw problem("There is no line after the header. Was the run finished?");
        }
    }

    FieldFormatException problem(final String text) {
        return new FieldFormatException(file, text);
    }

    List<double[]> rows() {
        return rows;
    }

    double value(final double[] row, final String column) {
        return row[columns.get(column)];
    }

    double optional(final double[] row, final String column, final double otherwise) {
        return has(column) ? value(row, column) : otherwise;
    }

    /** In voxels. */
    Point position(final double[] row) {
        return new Point(value(row, "Xpos"), value(row, "Ypos"), value(row, "Zpos"));
    }

    double[] f(final double[] row) {
        return F.stream().mapToDouble(column -> value(row, column)).toArray();
    }

    /** What converged without numbers in it did not converge. A correlation coefficient of 0 was never computed. */
    NodeResult result(final double[] row) throws FieldFormatException {
        final Transformation map = Transformation.of(f(row),
            new Point(value(row, "Xdisp"), value(row, "Ydisp"), value(row, "Zdisp")));
        final double norm = optional(row, "deltaPhiNorm", Double.NaN);
        final int iterations = (int)optional(row, "iterations", 0);
        final double zncc = optional(row, "pixelSearchCC", Double.NaN);
        final NodeStatus status = status((int)optional(row, "returnStatus", NodeStatus.CONVERGED.code()),
            iterations == 0 || iterations == 1 && norm == 1);
        return new NodeResult(map, status.isUsable() && !map.isFinite() ? NodeStatus.NOT_RUN : status,
            zncc == 0 ? Double.NaN : zncc, optional(row, "error", Double.NaN), iterations, norm, NodeResult.UNKNOWN);
    }

    private NodeStatus status(final int code, final boolean neverIterated) throws FieldFormatException {
        try {
            return code == NodeStatus.FILLED.code() && neverIterated ? NodeStatus.FILLED : NodeStatus.of(code);
        } catch (IllegalArgumentException e) {
            throw new FieldFormatException(file, e.getMessage(), e);
        }
    }
}
