// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ExpectedColumns;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;

/**
 * A number that a workflow should find.
 *
 * @param texts what its columns of texts hold; the others are missing
 * @param numbers what its columns of numbers hold; likewise
 */
record ExpectedRow(Map<String, String> texts, Map<String, Double> numbers) {

    /** Where the published number, or the definition of the quantity, is in the paper. */
    static final String SOURCE = "Source";

    private static final List<String> KEYS = List.of(ExpectedColumns.QUANTITY, ExpectedColumns.COMPONENT,
        ExpectedColumns.REGION, TrueParticleColumns.CLASS, PairColumns.REFERENCE_STEP, SeriesColumns.STEP,
        ExpectedColumns.UNIT);

    private static final List<String> NUMBERS = List.of(ExpectedColumns.PUBLISHED, ExpectedColumns.TRUE,
        ExpectedColumns.TOLERANCE, ExpectedColumns.RELATIVE_TOLERANCE);

    /** A quantity that is compared with its column of the measuring node, spelt as there but for the unit. */
    static ExpectedRow of(final String quantity, final String unit, final double truth) {
        return new ExpectedRow(new TreeMap<>(Map.of(ExpectedColumns.QUANTITY, quantity, ExpectedColumns.UNIT, unit)),
            new TreeMap<>(Map.of(ExpectedColumns.TRUE, truth)));
    }

    /** The row with a text in one more column. */
    ExpectedRow with(final String column, final String text) {
        final Map<String, String> more = new TreeMap<>(texts);
        more.put(column, text);
        return new ExpectedRow(more, numbers);
    }

    /** The row with a number in one more column; NaN for none. */
    ExpectedRow with(final String column, final double number) {
        final Map<String, Double> more = new TreeMap<>(numbers);
        more.put(column, number);
        return new ExpectedRow(texts, more);
    }

    static DataTableSpec spec() {
        return spec(KEYS);
    }

    /** @param keys columns of texts, with the quantity and the unit */
    static DataTableSpec spec(final List<String> keys) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        keys.forEach(name -> columns.add(SeriesColumns.column(name, StringCell.TYPE)));
        columns.addAll(List.of(Cells.columns(NUMBERS)));
        columns.add(SeriesColumns.column(SOURCE, StringCell.TYPE));
        return Cells.spec(columns);
    }

    List<DataCell> cells() {
        return cells(KEYS);
    }

    List<DataCell> cells(final List<String> keys) {
        final List<DataCell> cells = new ArrayList<>();
        keys.forEach(key -> cells.add(text(key)));
        NUMBERS.forEach(name -> Cells.addNumbers(cells, numbers.getOrDefault(name, Double.NaN)));
        cells.add(text(SOURCE));
        return cells;
    }

    private DataCell text(final String column) {
        return texts.containsKey(column) ? new StringCell(texts.get(column)) : new MissingCell("It does not matter.");
    }
}
