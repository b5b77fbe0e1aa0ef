// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.node.ExecutionMonitor;

/** Computes new cells of a row. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] columns;

    private boolean parallel;

    private FileStoreFactory fileStores;

    public AbstractCellFactory(final DataColumnSpec... colSpecs) {
        this(false, colSpecs);
    }

    /** @param processConcurrently whether several threads may compute cells */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... colSpecs) {
        columns = colSpecs.clone();
        parallel = processConcurrently;
    }

    /** @throws IllegalStateException if no node executes */
    protected final FileStoreFactory getFileStoreFactory() {
        if (fileStores == null) {
            throw new IllegalStateException("File stores can be made during the execution only");
        }
        return fileStores;
    }

    void setFileStoreFactory(final FileStoreFactory factory) {
        fileStores = factory;
    }

    /** Allows several threads; this platform uses one nevertheless, and keeps the order of the rows. */
    public final void setParallelProcessing(final boolean value) {
        parallel = value;
    }

    public final boolean isParallelProcessing() {
        return parallel;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return columns.clone();
    }

    /** All rows are done, or the work was cancelled. */
    public void afterProcessing() {
        // nothing is held
    }

    @Override
    public void setProgress(final int curRowNr, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)curRowNr, (long)rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(curRowNr / (double)rowCount,
            () -> "Processed row " + curRowNr + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
