// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns by the values of their cells. An unknown table has no columns. */
public final class ColumnSelectionUtil {

    private ColumnSelectionUtil() {
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @return the columns of its table
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput context, final int portIndex) {
        return getFilteredColumns(context, portIndex, column -> true);
    }

    /**
     * @param context what is known at the input of the node
     * @return the columns of the first input table
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(final NodeParametersInput context) {
        return getAllColumns(context, 0);
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @return the first column of its table
     */
    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput context, final int portIndex) {
        return getAllColumns(context, portIndex).stream().findFirst();
    }

    /**
     * @param context what is known at the input of the node
     * @return the first column of the first input table
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(final NodeParametersInput context) {
        return getFirstColumn(context, 0);
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @param filter accepts the wanted columns
     * @return these columns of its table
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput context, final int portIndex,
        final Predicate<DataColumnSpec> filter) {
        return columns(context.getInTableSpec(portIndex).orElse(null)).filter(filter).toList();
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @param valueClasses values of which the cells must have at least one
     * @return these columns of its table
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput context, final int portIndex,
        final Class<? extends DataValue>... valueClasses) {
        return getFilteredColumns(context, portIndex, compatible(List.of(valueClasses)));
    }

    /**
     * @param context what is known at the input of the node
     * @param valueClasses values of which the cells must have at least one
     * @return these columns of the first input table
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(final NodeParametersInput context,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, 0, valueClasses);
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @param valueClasses values of which the cells must have at least one
     * @return the first such column of its table
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final NodeParametersInput context,
        final int portIndex, final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(context, portIndex, valueClasses).stream().findFirst();
    }

    /**
     * @param context what is known at the input of the node
     * @param valueClasses values of which the cells must have at least one
     * @return the first such column of the first input table
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumnOfFirstPort(final NodeParametersInput context,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(context, 0, valueClasses);
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @return the text columns of its table
     */
    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, StringValue.class);
    }

    /**
     * @param context what is known at the input of the node
     * @return the text columns of the first input table
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(final NodeParametersInput context) {
        return getStringColumns(context, 0);
    }

    /**
     * @param context what is known at the input of the node
     * @param portIndex the input port, from 0
     * @return the number columns of its table
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput context, final int portIndex) {
        return getCompatibleColumns(context, portIndex, DoubleValue.class);
    }

    /**
     * @param context what is known at the input of the node
     * @return the number columns of the first input table
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput context) {
        return getDoubleColumns(context, 0);
    }

    /**
     * @param spec a table, or null
     * @param valueClasses values of which the cells must have at least one
     * @return these columns
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table, or null
     * @param valueClasses values of which the cells must have at least one
     * @return these columns
     */
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Collection<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatible(valueClasses)).toList();
    }

    /**
     * @param spec a table, or null
     * @param valueClasses values of which the cells must have at least one
     * @return the first such column
     */
    @SafeVarargs
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table, or null
     * @param valueClasses values of which the cells must have at least one
     * @return the first such column
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final List<Class<? extends DataValue>> valueClasses) {
        return columns(spec).filter(compatible(valueClasses)).findFirst();
    }

    private static Stream<DataColumnSpec> columns(final DataTableSpec spec) {
        return spec == null ? Stream.empty() : spec.stream();
    }

    private static Predicate<DataColumnSpec> compatible(final Collection<Class<? extends DataValue>> valueClasses) {
        return column -> valueClasses.stream().anyMatch(column.getType()::isCompatible);
    }
}
