// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for Markdown that also a person can read: cells are padded to the width of their column. */
final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(final String... heads) {
        rows.add(List.of(heads));
    }

    void add(final List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + rows.get(0).size() + " columns.");
        }
        rows.add(List.copyOf(cells));
    }

    void add(final String... cells) {
        add(List.of(cells));
    }

    @Override
    public String toString() {
        final int[] width = IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        final StringBuilder text = new StringBuilder(line(rows.get(0), width));
        text.append(IntStream.of(width).mapToObj(w -> "-".repeat(w + 2)).collect(Collectors.joining("|", "|", "|\n")));
        rows.subList(1, rows.size()).forEach(row -> text.append(line(row, width)));
        return text.toString();
    }

    private static String line(final List<String> row, final int[] width) {
        return IntStream.range(0, width.length)
            .mapToObj(i -> row.get(i) + " ".repeat(width[i] - row.get(i).length()))
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
