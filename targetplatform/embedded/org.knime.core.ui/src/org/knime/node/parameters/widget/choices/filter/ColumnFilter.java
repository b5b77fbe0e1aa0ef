// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;

/** Selects columns by two lists, by a pattern or by type. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Selects nothing. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of the included columns */
    public ColumnFilter(final String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    /** @param selectedColumns the included columns */
    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        super(selectedColumns.stream().map(DataColumnSpec::getName).toList(), new ColumnTypeFilter());
    }

    /** @return this, without columns that are in neither list */
    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    /** @return this, with columns that are in neither list */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /**
     * @param choices the columns that exist
     * @return the names of the included columns that do not
     */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    /**
     * @param choices the columns that exist
     * @return the names of the included columns, in the order of the choices
     */
    public String[] filter(final List<DataColumnSpec> choices) {
        return getSelected(names(choices), types -> types.filter(choices));
    }

    /** @return accepts the included columns */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == TypedStringFilterMode.TYPE) {
            return m_typeFilter.getFilterPredicate();
        }
        final Predicate<String> byName = getStringFilterPredicate();
        return column -> byName.test(column.getName());
    }

    /**
     * @param spec a table
     * @return the names of its included columns
     */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /**
     * @param spec a table
     * @return the names of the included columns that it does not have
     */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return columns.stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
