// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/**
 * What a rearranger has been told.
 *
 * @param original the columns that it started with
 * @param columns the columns of the table to be
 */
public record ColumnPlan(DataTableSpec original, List<Column> columns) {

    /**
     * A column of the table to be.
     *
     * @param spec the column
     * @param index its index in the original table, or in what the factory makes
     * @param factory what makes it; null for a column of the original table
     */
    public record Column(DataColumnSpec spec, int index, CellFactory factory) {
    }

    /**
     * @param table the original table
     * @param context of the node that executes
     * @param monitor takes the progress
     * @param node the node that executes
     * @return the table that was planned
     * @throws IllegalArgumentException if the table does not have the original columns
     */
    public BufferedDataTable apply(final BufferedDataTable table, final ExecutionContext context,
        final ExecutionMonitor monitor, final EmbeddedNode node) throws CanceledExecutionException {
        if (!original.equalStructure(table.getDataTableSpec())) {
            throw new IllegalArgumentException(
                "The rearranger was made for " + original + ", the table has " + table.getDataTableSpec());
        }
        List<Column> made = columns.stream().filter(column -> column.factory() != null).toList();
        StorePlace place = StorePlace.in(node);
        TableStore added = made.isEmpty() ? null : compute(table, made, new Work(context, monitor, place));
        return Secrets.tables().table(arrange(table, added), place.tableId(), node);
    }

    private record Work(ExecutionContext context, ExecutionMonitor monitor, StorePlace place) {
    }

    private static TableStore compute(final BufferedDataTable table, final List<Column> made, final Work work)
        throws CanceledExecutionException {
        DataTableSpec spec = new DataTableSpec(made.stream().map(Column::spec).toArray(DataColumnSpec[]::new));
        DataContainer container = new DataContainer(spec, Secrets.containers().withoutKeys(
            Secrets.containers().settings(DataContainerSettings.getDefault(), work.place())));
        Set<CellFactory> factories = new LinkedHashSet<>();
        made.forEach(column -> factories.add(column.factory()));
        FileStoreFactory stores = FileStoreFactory.createWorkflowFileStoreFactory(work.context());
        factories.forEach(factory -> connect(factory, stores));
        try (CloseableRowIterator rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                work.monitor().checkCanceled();
                DataRow row = rows.next();
                container.addRowToTable(cells(row, i, made, factories));
                factories.iterator().next().setProgress(i + 1, table.size(), row.getKey(), work.monitor());
            }
        } finally {
            container.close();
            factories.forEach(ColumnPlan::finish);
        }
        return Secrets.containers().store(container);
    }

    private static void connect(final CellFactory factory, final FileStoreFactory stores) {
        if (factory instanceof AbstractCellFactory) {
            Secrets.containers().setFileStores((AbstractCellFactory)factory, stores);
        }
    }

    private static void finish(final CellFactory factory) {
        if (factory instanceof AbstractCellFactory) {
            ((AbstractCellFactory)factory).afterProcessing();
            Secrets.containers().setFileStores((AbstractCellFactory)factory, null);
        }
    }

    private static DataRow cells(final DataRow row, final long index, final List<Column> made,
        final Set<CellFactory> factories) {
        DataCell[] cells = new DataCell[made.size()];
        for (CellFactory factory : factories) {
            DataCell[] of = factory.getCells(row, index);
            if (of.length != factory.getColumnSpecs().length) {
                throw new IndexOutOfBoundsException(factory.getClass().getName() + " made " + of.length
                    + " cells for " + factory.getColumnSpecs().length + " columns in row " + row.getKey());
            }
            for (int i = 0; i < cells.length; i++) {
                if (made.get(i).factory() == factory) {
                    cells[i] = of[made.get(i).index()];
                }
            }
        }
        return new DefaultRow(row.getKey(), cells);
    }

    private RearrangedRows arrange(final BufferedDataTable table, final TableStore added) {
        List<DataColumnSpec> specs = new ArrayList<>();
        int[] indices = new int[columns.size()];
        boolean[] fromReference = new boolean[columns.size()];
        int next = 0;
        for (int i = 0; i < columns.size(); i++) {
            fromReference[i] = columns.get(i).factory() == null;
            indices[i] = fromReference[i] ? columns.get(i).index() : next++;
            specs.add((fromReference[i] ? table.getDataTableSpec() : added.spec()).getColumnSpec(indices[i]));
        }
        DataTableSpec spec = new DataTableSpec(specs.toArray(DataColumnSpec[]::new));
        return new RearrangedRows(spec, table, indices, fromReference, added);
    }
}
