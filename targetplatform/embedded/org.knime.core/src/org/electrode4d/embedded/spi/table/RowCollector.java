// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.util.DuplicateKeyException;

/** Takes rows one by one, checks them, and keeps them in memory or, beyond a number of cells, in a file. */
public final class RowCollector {

    private static final int CELLS_IN_MEMORY = 100_000;

    private final DataTableSpec spec;

    private final DataContainerSettings settings;

    private final int limit;

    private final StorePlace place;

    private final RowCheck check;

    private final DomainCollector domains;

    private final RowKeys keys = new RowKeys();

    private final List<DataRow> memory = new ArrayList<>();

    private Path file;

    private RowWriter writer;

    private long size;

    public RowCollector(final DataTableSpec spec, final DataContainerSettings settings, final StorePlace place) {
        this.spec = spec;
        this.settings = settings;
        limit = settings.getMaxCellsInMemory().orElse(CELLS_IN_MEMORY);
        this.place = place;
        check = new RowCheck(spec);
        domains = new DomainCollector(spec, settings);
    }

    public DataTableSpec spec() {
        return spec;
    }

    public long size() {
        return size;
    }

    public void setMaxPossibleValues(final int count) {
        domains.setMaxPossibleValues(count);
    }

    /**
     * @throws IllegalArgumentException if the row does not fit the spec
     * @throws DuplicateKeyException if there is such a key already
     * @throws DataContainerException if the row cannot be written
     */
    public void add(final DataRow row) {
        check.accept(row);
        if (settings.isCheckDuplicateRowKeys()) {
            keys.add(row.getKey().getString());
        }
        domains.add(row);
        try {
            if (writer == null && size * spec.getNumColumns() >= limit) {
                spill();
            }
            if (writer == null) {
                memory.add(row);
            } else {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new DataContainerException("Cannot write row " + row.getKey() + ": " + e.getMessage(), e);
        }
        size++;
    }

    private void spill() throws IOException {
        file = place.createFile();
        writer = new RowWriter(
            Compression.SNAPPY.compress(new BufferedOutputStream(Files.newOutputStream(file))),
            settings.isEnableRowKeys());
        for (DataRow row : memory) {
            writer.write(row);
        }
        memory.clear();
    }

    /** @return the table */
    public TableStore finish() {
        DataTableSpec complete = domains.complete();
        if (writer == null) {
            return new MemoryRows(complete, memory, settings.isEnableRowKeys());
        }
        try {
            writer.close();
        } catch (IOException e) {
            throw new DataContainerException("Cannot write the table to " + file + ": " + e.getMessage(), e);
        }
        ContainerMeta meta = new ContainerMeta(size, settings.isEnableRowKeys(), Compression.SNAPPY, writer.kinds());
        return new DiskRows(complete, meta, file, false, place.fileStores());
    }
}
