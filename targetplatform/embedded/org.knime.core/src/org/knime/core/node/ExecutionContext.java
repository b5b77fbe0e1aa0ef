// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.io.IOException;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.table.ColumnPlan;
import org.electrode4d.embedded.spi.table.ReferredRows;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;

/** What an executing node reports to, and where it makes its tables and file stores. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        Secrets.setContexts(ExecutionContext::new);
    }

    private final EmbeddedNode node;

    ExecutionContext(final NodeProgressMonitor progMon, final EmbeddedNode node) {
        super(progMon);
        this.node = node;
    }

    /**
     * @param relativePath the name of the file, unique within one execution
     * @throws IOException if there is such a file already, or the name is none
     */
    public FileStore createFileStore(final String relativePath) throws IOException {
        return Secrets.nodes().createFileStore(node, relativePath);
    }

    /** @return a copy of the table */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor subProgressMon)
        throws CanceledExecutionException {
        BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        for (DataRow row : table) {
            subProgressMon.checkCanceled();
            container.addRowToTable(row);
        }
        container.close();
        return container.getTable();
    }

    /** @return collects rows; the domains of the spec are computed anew */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, DataContainerSettings.getDefault());
    }

    /** @param initDomain whether the domains of the spec are the first to be extended */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /** @param maxCellsInMemory how many cells are kept in memory */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain,
        final int maxCellsInMemory) {
        return createDataContainer(spec, Secrets.containers().limited(
            DataContainerSettings.builder().withInitializedDomain(initDomain).build(), maxCellsInMemory));
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, Secrets.containers().settings(settings, StorePlace.in(node)));
    }

    /** @return the columns of the plan; new cells are computed now, others stay where they are */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in, final ColumnRearranger rearranger,
        final ExecutionMonitor subProgressMon) throws CanceledExecutionException {
        ColumnPlan plan = Secrets.rearrangers().plan(rearranger);
        return plan.apply(in, this, subProgressMon, node);
    }

    /**
     * @param newSpec the same types of columns, with other names or domains
     * @return the same rows
     * @throws IllegalArgumentException if a column has another type
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable in, final DataTableSpec newSpec) {
        return new BufferedDataTable(ReferredRows.withSpec(in, newSpec), StorePlace.in(node).tableId(), node);
    }

    /**
     * @param maxProgress the share of the part in the whole, from 0 to 1
     * @return a context for a part of the work
     */
    public ExecutionContext createSubExecutionContext(final double maxProgress) {
        return new ExecutionContext(subMonitor(maxProgress, false), node);
    }

    /** @return as {@link #createSubExecutionContext}, but messages of the part are not shown */
    public ExecutionContext createSilentSubExecutionContext(final double maxProgress) {
        return new ExecutionContext(subMonitor(maxProgress, true), node);
    }
}
