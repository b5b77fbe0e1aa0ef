// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.table.ColumnPlan;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A plan of a table: columns of another one, in any order, and new columns. */
public class ColumnRearranger {

    static {
        Secrets.setRearrangers(rearranger -> new ColumnPlan(rearranger.original, List.copyOf(rearranger.columns)));
    }

    private final DataTableSpec original;

    private final List<ColumnPlan.Column> columns = new ArrayList<>();

    /** @param original the columns to start with */
    public ColumnRearranger(final DataTableSpec original) {
        this.original = original;
        for (int i = 0; i < original.getNumColumns(); i++) {
            columns.add(new ColumnPlan.Column(original.getColumnSpec(i), i, null));
        }
    }

    /** @throws IndexOutOfBoundsException if an index is none, or occurs twice */
    public final void keepOnly(final int... colIndices) {
        Set<ColumnPlan.Column> keep = select(colIndices);
        columns.removeIf(column -> !keep.contains(column));
    }

    /** @throws IllegalArgumentException if there is no column of such a name, or a name occurs twice */
    public final void keepOnly(final String... colNames) {
        keepOnly(indices(colNames));
    }

    /** @throws IndexOutOfBoundsException if an index is none, or occurs twice */
    public final void remove(final int... colIndices) {
        columns.removeAll(select(colIndices));
    }

    /** @throws IllegalArgumentException if there is no column of such a name, or a name occurs twice */
    public final void remove(final String... colNames) {
        remove(indices(colNames));
    }

    private Set<ColumnPlan.Column> select(final int... colIndices) {
        Set<ColumnPlan.Column> selected = Arrays.stream(colIndices).mapToObj(columns::get).collect(Collectors.toSet());
        if (selected.size() != colIndices.length) {
            throw new IndexOutOfBoundsException("A column occurs twice in " + Arrays.toString(colIndices));
        }
        return selected;
    }

    private int[] indices(final String... colNames) {
        if (new HashSet<>(Arrays.asList(colNames)).size() != colNames.length) {
            throw new IllegalArgumentException("A column occurs twice in " + Arrays.toString(colNames));
        }
        return Arrays.stream(colNames).mapToInt(this::existing).toArray();
    }

    private int existing(final String colName) {
        int index = indexOf(colName);
        if (index < 0) {
            throw new IllegalArgumentException("No such column: " + colName);
        }
        return index;
    }

    /** @return the index, or -1 if there is no column of that name */
    public final int indexOf(final String colName) {
        return names(columns).indexOf(colName);
    }

    private static List<String> names(final Collection<ColumnPlan.Column> columns) {
        return columns.stream().map(column -> column.spec().getName()).collect(Collectors.toList());
    }

    public final int getColumnCount() {
        return columns.size();
    }

    /**
     * Moves a column.
     *
     * @param to the index, before the column is taken from its place, of the column that it shall stand before
     */
    public final void move(final int from, final int to) {
        ColumnPlan.Column column = columns.remove(from);
        columns.add(from < to ? to - 1 : to, column);
    }

    /** @throws IllegalArgumentException if there is no column of that name */
    public final void move(final String colName, final int to) {
        move(existing(colName), to);
    }

    /** Puts some columns first, in that order; the others follow as they stand. */
    public final void permute(final int[] colIndicesInOrder) {
        permute(Arrays.stream(colIndicesInOrder).mapToObj(i -> names(columns).get(i)).toArray(String[]::new));
    }

    /** Puts some columns first, in that order; the others follow as they stand. */
    public final void permute(final String[] colNamesInOrder) {
        indices(colNamesInOrder);
        List<String> order = Arrays.asList(colNamesInOrder);
        columns.sort(Comparator.comparingInt(column -> {
            int index = order.indexOf(column.spec().getName());
            return index < 0 ? order.size() : index;
        }));
    }

    public final void insertAt(final int position, final CellFactory fac) {
        columns.addAll(position, newColumns(fac));
    }

    public final void append(final CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    /** @throws IllegalArgumentException if there is no column of that name */
    public final void replace(final CellFactory newCol, final String colName) {
        replace(newCol, existing(colName));
    }

    /** @throws IndexOutOfBoundsException if there are more or fewer new columns than old ones */
    public final void replace(final CellFactory fac, final int... colIndex) {
        List<ColumnPlan.Column> added = newColumns(fac);
        if (added.size() != colIndex.length) {
            throw new IndexOutOfBoundsException(
                added.size() + " new columns cannot replace " + colIndex.length + " columns");
        }
        for (int i = 0; i < colIndex.length; i++) {
            columns.set(colIndex[i], added.get(i));
        }
    }

    private static List<ColumnPlan.Column> newColumns(final CellFactory factory) {
        List<ColumnPlan.Column> added = new ArrayList<>();
        DataColumnSpec[] specs = factory.getColumnSpecs();
        for (int i = 0; i < specs.length; i++) {
            added.add(new ColumnPlan.Column(specs[i], i, factory));
        }
        return added;
    }

    /** @throws IllegalArgumentException if two columns have the same name */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(ColumnPlan.Column::spec).toArray(DataColumnSpec[]::new));
    }
}
