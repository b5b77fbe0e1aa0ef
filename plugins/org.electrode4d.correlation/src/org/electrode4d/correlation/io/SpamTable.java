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
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/** The lines of one of SPAM's tables. */
final class SpamTable {

    private static final List<String> NEEDED = List.of("Zpos", "Ypos", "Xpos", "Fzz", "Fzy", "Fzx", "Zdisp", "Fyz",
        "Fyy", "Fyx", "Ydisp", "Fxz", "Fxy", "Fxx", "Xdisp");
    private static final List<String> F = List.of("Fxx", "Fxy", "Fxz", "Fyx", "Fyy", "Fyz", "Fzx", "Fzy", "Fzz");

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<double[]> rows = new ArrayList<>();

    SpamTable(final Path file) throws IOException {
        this.file = file;
        final List<String> lines = lines();
        header(lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(numbers(lines.get(i), i + 1));
            }
        }
        if (rows.isEmpty()) {
            throw new FieldFormatException(file, "There is no line after the header. Was the run finished?");
        }
    }

    private List<String> lines() throws IOException {
        try {
            final List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw new FieldFormatException(file, "The file is empty.");
            }
            return lines;
        } catch (MalformedInputException e) {
            throw new FieldFormatException(file, "This is not a text file. A table of SPAM was expected.", e);
        }
    }

    private void header(final String line) throws FieldFormatException {
        final String[] names = line.split("\t");
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
        if (columns.containsKey("Label")) {
            throw new FieldFormatException(file, "This is a table of a discrete correlation, one line per label. A "
                + "table with a regular grid of nodes is needed.");
        }
        final List<String> missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new FieldFormatException(file, "The columns " + String.join(", ", missing) + " are missing; found "
                + String.join(", ", names) + ". A tab-separated table of SPAM was expected.");
        }
    }

    private double[] numbers(final String line, final int number) throws FieldFormatException {
        final String[] cells = line.split("\t");
        if (cells.length < columns.size()) {
            throw new FieldFormatException(file, "Line " + number + " has " + cells.length + " of "
                + columns.size() + " columns. Was the file cut off?");
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

    DeformationField field(final VoxelSize voxelSize) throws FieldFormatException {
        final GridAxis x = axis("Xpos");
        final GridAxis y = axis("Ypos");
        final GridAxis z = axis("Zpos");
        final double spacing = Math.max(1, Math.max(x.spacing(), Math.max(y.spacing(), z.spacing())));
        final NodeGrid grid = new NodeGrid(new Point(x.first(), y.first(), z.first()),
            new Point(x.spacingOr(spacing), y.spacingOr(spacing), z.spacingOr(spacing)), x.count(), y.count(),
            z.count());
        if (grid.size() != rows.size()) {
            throw new FieldFormatException(file, "There are " + rows.size() + " nodes, but their positions form a "
                + "grid of " + x.count() + " x " + y.count() + " x " + z.count() + ". Nodes are missing or doubled.");
        }
        final DeformationField.Builder builder = DeformationField.builder(grid, voxelSize);
        for (final double[] row : rows) {
            builder.set(grid.index(x.index(value(row, "Xpos")), y.index(value(row, "Ypos")),
                z.index(value(row, "Zpos"))), node(row));
        }
        return builder.build();
    }

    private GridAxis axis(final String column) throws FieldFormatException {
        final double[] positions = rows.stream().mapToDouble(row -> value(row, column)).sorted().distinct().toArray();
        return GridAxis.of(positions).orElseThrow(() -> new FieldFormatException(file, "The positions in " + column
            + " are not evenly spaced. A regular grid of nodes was expected."));
    }

    private double value(final double[] row, final String column) {
        return row[columns.get(column)];
    }

    private double optional(final double[] row, final String column, final double otherwise) {
        return columns.containsKey(column) ? value(row, column) : otherwise;
    }

    private NodeResult node(final double[] row) throws FieldFormatException {
        final double[] f = F.stream().mapToDouble(column -> value(row, column)).toArray();
        final Point u = new Point(value(row, "Xdisp"), value(row, "Ydisp"), value(row, "Zdisp"));
        final double error = optional(row, "error", Double.NaN);
        final double norm = optional(row, "deltaPhiNorm", Double.NaN);
        final int iterations = (int)optional(row, "iterations", 0);
        final int code = (int)optional(row, "returnStatus", NodeStatus.CONVERGED.code());
        final boolean filled = code == NodeStatus.FILLED.code()
            && (iterations == 0 || iterations == 1 && norm == 1);
        try {
            final NodeStatus status = filled ? NodeStatus.FILLED : NodeStatus.of(code);
            return new NodeResult(Transformation.of(f, u), status, optional(row, "pixelSearchCC", Double.NaN), error,
                iterations, norm, NodeResult.UNKNOWN);
        } catch (IllegalArgumentException e) {
            throw new FieldFormatException(file, e.getMessage(), e);
        }
    }
}
