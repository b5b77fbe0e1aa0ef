// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Goes over rows, and can be stopped before the last one. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    /** Ends the iteration and frees what it holds; it does so itself after the last row. */
    @Override
    public abstract void close();

    public static CloseableRowIterator empty() {
        return from(Collections.emptyIterator());
    }

    /** @return goes over the same rows; closing it has no effect */
    public static CloseableRowIterator from(final Iterator<? extends DataRow> it) {
        return new CloseableRowIterator() {

            @Override
            public boolean hasNext() {
                return it.hasNext();
            }

            @Override
            public DataRow next() {
                return it.next();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
