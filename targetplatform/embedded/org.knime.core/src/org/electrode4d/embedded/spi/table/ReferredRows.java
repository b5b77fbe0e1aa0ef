// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * The rows of another table, under its own spec or another one.
 *
 * @param spec the columns
 * @param reference the other table
 * @param respecified whether the spec is another one
 */
public record ReferredRows(DataTableSpec spec, BufferedDataTable reference, boolean respecified)
    implements TableStore {

    /** The same table, as the output of another node. */
    public static ReferredRows of(final BufferedDataTable reference) {
        return new ReferredRows(reference.getDataTableSpec(), reference, false);
    }

    /** The same rows under another spec, whose types must be the same. */
    public static ReferredRows withSpec(final BufferedDataTable reference, final DataTableSpec spec) {
        DataTableSpec old = reference.getDataTableSpec();
        boolean same = old.getNumColumns() == spec.getNumColumns();
        for (int i = 0; same && i < spec.getNumColumns(); i++) {
            same = spec.getColumnSpec(i).getType().isASuperTypeOf(old.getColumnSpec(i).getType());
        }
        if (!same) {
            throw new IllegalArgumentException("Expected the types of " + old + ", got " + spec);
        }
        return new ReferredRows(spec, reference, true);
    }

    @Override
    public long size() {
        return reference.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return Secrets.tables().store(reference).iterator();
    }
}
