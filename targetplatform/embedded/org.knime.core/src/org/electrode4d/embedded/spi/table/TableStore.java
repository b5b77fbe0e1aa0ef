// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/** The rows of a table, wherever they are. */
public sealed interface TableStore permits MemoryRows, DiskRows, RearrangedRows, ReferredRows {

    /** @return the columns, with their domains */
    DataTableSpec spec();

    /** @return the number of rows */
    long size();

    /** @return goes over the rows; several iterators may be open at a time */
    CloseableRowIterator iterator();
}
