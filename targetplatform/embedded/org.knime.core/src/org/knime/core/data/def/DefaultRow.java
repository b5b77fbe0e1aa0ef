// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;

/** A row that holds its cells. */
public class DefaultRow implements DataRow {

    private final RowKey key;

    private final DataCell[] cells;

    public DefaultRow(final RowKey key, final DataCell... row) {
        this.key = key;
        cells = row.clone();
        if (key == null || Arrays.asList(cells).contains(null)) {
            throw new NullPointerException("Neither the key nor a cell of a row may be null: " + key
                + Arrays.toString(cells));
        }
    }

    public DefaultRow(final String key, final DataCell... row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final String key, final List<DataCell> row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final RowKey key, final List<DataCell> row) {
        this(key, row.toArray(DataCell[]::new));
    }

    public DefaultRow(final RowKey key, final double... row) {
        this(key, cells(row.length, i -> new DoubleCell(row[i])));
    }

    public DefaultRow(final String key, final double... row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final String key, final int... row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final RowKey key, final int... row) {
        this(key, cells(row.length, i -> new IntCell(row[i])));
    }

    public DefaultRow(final String key, final String... row) {
        this(new RowKey(key), row);
    }

    public DefaultRow(final RowKey key, final String... row) {
        this(key, cells(row.length, i -> new StringCell(row[i])));
    }

    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, cells(row.getNumCells(), row::getCell));
    }

    private static DataCell[] cells(final int count, final IntFunction<DataCell> cell) {
        DataCell[] cells = new DataCell[count];
        Arrays.setAll(cells, cell);
        return cells;
    }

    @Override
    public final int getNumCells() {
        return cells.length;
    }

    @Override
    public final RowKey getKey() {
        return key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.asList(cells).iterator();
    }

    @Override
    public String toString() {
        return key + ":" + Arrays.toString(cells);
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DefaultRow && ((DefaultRow)obj).key.equals(key)
            && Arrays.equals(((DefaultRow)obj).cells, cells);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(cells);
    }
}
