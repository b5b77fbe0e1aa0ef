// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValueComparator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.container.DataContainerSettings;

/** The domains of the columns as rows come: bounds of bounded values, and up to a number of nominal values. */
final class DomainCollector {

    private final DataTableSpec spec;

    private final Column[] columns;

    private final boolean update;

    private final boolean initialize;

    private int maxValues;

    DomainCollector(final DataTableSpec spec, final DataContainerSettings settings) {
        this.spec = spec;
        update = settings.isEnableDomainUpdate();
        initialize = settings.isInitializeDomain();
        maxValues = settings.getMaxDomainValues();
        columns = spec.stream().map(Column::new).toArray(Column[]::new);
    }

    void setMaxPossibleValues(final int count) {
        maxValues = count;
    }

    void add(final DataRow row) {
        for (int i = 0; update && i < columns.length; i++) {
            columns[i].add(row.getCell(i));
        }
    }

    DataTableSpec complete() {
        DataColumnSpec[] complete = new DataColumnSpec[columns.length];
        for (int i = 0; i < columns.length; i++) {
            DataColumnSpecCreator creator = new DataColumnSpecCreator(spec.getColumnSpec(i));
            creator.setDomain(columns[i].domain());
            complete[i] = creator.createSpec();
        }
        return new DataTableSpec(spec.getName(), complete);
    }

    private final class Column {

        private final DataValueComparator order;

        private final boolean bounded;

        private DataCell lower;

        private DataCell upper;

        private Set<DataCell> values;

        Column(final DataColumnSpec column) {
            DataColumnDomain domain = column.getDomain();
            boolean keep = initialize || !update;
            order = column.getType().getComparator();
            bounded = column.getType().isCompatible(BoundedValue.class);
            lower = keep ? domain.getLowerBound() : null;
            upper = keep ? domain.getUpperBound() : null;
            values = keep && domain.hasValues() ? new LinkedHashSet<>(domain.getValues()) : null;
            if (update && values == null && column.getType().isCompatible(NominalValue.class)) {
                values = new LinkedHashSet<>();
            }
        }

        void add(final DataCell cell) {
            if (cell.isMissing()) {
                return;
            }
            if (values != null && values.add(cell) && values.size() > maxValues) {
                values = null;
            }
            if (bounded && !isNaN(cell)) {
                lower = lower == null || order.compare(cell, lower) < 0 ? cell : lower;
                upper = upper == null || order.compare(cell, upper) > 0 ? cell : upper;
            }
        }

        private boolean isNaN(final DataCell cell) {
            return cell instanceof DoubleValue && Double.isNaN(((DoubleValue)cell).getDoubleValue());
        }

        DataColumnDomain domain() {
            return new DataColumnDomainCreator(values, lower, upper).createDomain();
        }
    }
}
