// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.table.RowCollector;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.electrode4d.embedded.spi.table.TableStore;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowIterator;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.util.DuplicateKeyException;

/**
 * Collects the rows of a table. Each row is checked against the spec; its key must be new. Beyond a number of cells,
 * the rows go to a temporary file.
 */
public class DataContainer implements RowAppender, RowFlushable {

    static {
        Secrets.setContainers(new Secrets.Containers() {

            @Override
            public DataContainerSettings settings(final DataContainerSettings settings, final StorePlace place) {
                return settings.at(place);
            }

            @Override
            public DataContainerSettings limited(final DataContainerSettings settings, final int cells) {
                return settings.withMaxCellsInMemory(cells);
            }

            @Override
            public DataContainerSettings withoutKeys(final DataContainerSettings settings) {
                return settings.withoutRowKeys();
            }

            @Override
            public StorePlace place(final DataContainerSettings settings) {
                return settings.place();
            }

            @Override
            public TableStore store(final DataContainer container) {
                return container.store();
            }

            @Override
            public void setFileStores(final AbstractCellFactory factory, final FileStoreFactory stores) {
                factory.setFileStoreFactory(stores);
            }
        });
    }

    private final RowCollector rows;

    private TableStore store;

    /** The domains of the spec are computed anew. */
    public DataContainer(final DataTableSpec spec) {
        this(spec, DataContainerSettings.getDefault());
    }

    /** @param initDomain whether the domains of the spec are the first to be extended */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    /** @param maxCellsInMemory how many cells are kept in memory */
    public DataContainer(final DataTableSpec spec, final boolean initDomain, final int maxCellsInMemory) {
        this(spec, DataContainerSettings.builder().withInitializedDomain(initDomain).build()
            .withMaxCellsInMemory(maxCellsInMemory));
    }

    public DataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        rows = new RowCollector(spec, settings, settings.place());
    }

    /**
     * @throws IllegalStateException if the container is closed
     * @throws IllegalArgumentException if the row does not fit the spec
     * @throws DuplicateKeyException if there is such a key already
     * @throws DataContainerException if the row cannot be written to the temporary file
     */
    @Override
    public void addRowToTable(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row " + row.getKey() + ": the container is closed");
        }
        rows.add(row);
    }

    @Override
    public void flushRows() {
        // every row goes to its place at once
    }

    /** No more rows are added. Closing a container again has no effect. */
    public void close() {
        if (store == null) {
            store = rows.finish();
        }
    }

    public boolean isClosed() {
        return store != null;
    }

    public boolean isOpen() {
        return !isClosed();
    }

    public long size() {
        return rows.size();
    }

    /** @param maxPossibleValues how many possible values a domain lists at most; 60 unless told */
    public void setMaxPossibleValues(final int maxPossibleValues) {
        rows.setMaxPossibleValues(maxPossibleValues);
    }

    /** @return the spec; after {@link #close} with the domains computed */
    public DataTableSpec getTableSpec() {
        return isClosed() ? store.spec() : rows.spec();
    }

    private TableStore store() {
        if (!isClosed()) {
            throw new IllegalStateException("The container must be closed before its table is there");
        }
        return store;
    }

    /** @throws IllegalStateException if the container is not closed */
    public DataTable getTable() {
        TableStore closed = store();
        return new DataTable() {

            @Override
            public DataTableSpec getDataTableSpec() {
                return closed.spec();
            }

            @Override
            public RowIterator iterator() {
                return closed.iterator();
            }
        };
    }
}
