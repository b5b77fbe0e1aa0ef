// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Comparator;

/** An order of cells. Missing cells come first and are equal to each other. */
public abstract class DataValueComparator implements Comparator<DataCell> {

    /** For subclasses. */
    protected DataValueComparator() {
    }

    @Override
    public final int compare(final DataCell c1, final DataCell c2) {
        if (c1.isMissing() || c2.isMissing()) {
            return Boolean.compare(c2.isMissing(), c1.isMissing());
        }
        return c1 == c2 ? 0 : compareDataValues(c1, c2);
    }

    /**
     * Compares values that are not missing.
     *
     * @param v1 the first
     * @param v2 the second
     * @return as {@link Comparator#compare}
     */
    protected abstract int compareDataValues(DataValue v1, DataValue v2);
}
