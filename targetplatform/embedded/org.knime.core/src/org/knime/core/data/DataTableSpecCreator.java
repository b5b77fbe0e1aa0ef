// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.ArrayList;
import java.util.List;

/** Makes the spec of a table, column by column. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private String name;

    /** Starts without columns. */
    public DataTableSpecCreator() {
    }

    /** @param spec the spec to start with */
    public DataTableSpecCreator(final DataTableSpec spec) {
        addColumns(spec);
        name = spec.getName();
    }

    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec newColumn) {
        columns.set(index, newColumn);
        return this;
    }

    public DataTableSpecCreator addColumns(final DataColumnSpec... newColumns) {
        columns.addAll(List.of(newColumns));
        return this;
    }

    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(columns::add);
        return this;
    }

    /** @param newName null for the default name */
    public DataTableSpecCreator setName(final String newName) {
        name = newName;
        return this;
    }

    public DataTableSpecCreator dropAllDomains() {
        columns.replaceAll(column -> {
            DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    public DataTableSpecCreator dropAllColumns() {
        columns.clear();
        return this;
    }

    /** @throws IllegalArgumentException if two columns have the same name */
    public DataTableSpec createSpec() {
        return new DataTableSpec(name, columns.toArray(DataColumnSpec[]::new));
    }
}
