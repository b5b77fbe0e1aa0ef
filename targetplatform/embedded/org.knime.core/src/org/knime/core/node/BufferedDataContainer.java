// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import org.electrode4d.embedded.spi.Secrets;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;

/** Collects the rows of an output table; made by {@link ExecutionContext}. */
public class BufferedDataContainer extends DataContainer {

    private final StorePlace place;

    private BufferedDataTable table;

    BufferedDataContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        super(spec, settings);
        place = Secrets.containers().place(settings);
    }

    /** @throws IllegalStateException if the container is not closed */
    @Override
    public BufferedDataTable getTable() {
        if (table == null) {
            table = new BufferedDataTable(Secrets.containers().store(this), place.tableId(), place.node());
        }
        return table;
    }
}
