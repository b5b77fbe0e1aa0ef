// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds the columns that a node works on. */
public final class Columns {

    private Columns() {
    }

    /**
     * Index of a column.
     *
     * @param name as set in the dialog, or fixed
     * @param what the kind of column, for messages: "volumes", "deformation fields"
     * @throws InvalidSettingsException where the table has no such column, or it holds something else
     */
    public static int find(final DataTableSpec spec, final String name, final Class<? extends DataValue> type,
        final String what) throws InvalidSettingsException {
        if (name.isEmpty()) {
            throw new InvalidSettingsException("Choose a column of " + what + " in the dialog.");
        }
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The input table has no column '" + name + "'. A column of " + what
                + " is needed; the table has " + String.join(", ", spec.getColumnNames()) + ".");
        }
        if (!spec.getColumnSpec(index).getType().isCompatible(type)) {
            throw new InvalidSettingsException("The column '" + name + "' holds "
                + spec.getColumnSpec(index).getType().getName() + ", but " + what + " are needed.");
        }
        return index;
    }

    /** The chosen column; where none is chosen yet, the last one of the type. */
    public static int findOrLast(final DataTableSpec spec, final String name, final Class<? extends DataValue> type,
        final String what) throws InvalidSettingsException {
        if (!name.isEmpty()) {
            return find(spec, name, type, what);
        }
        for (int i = spec.getNumColumns() - 1; i >= 0; i--) {
            if (spec.getColumnSpec(i).getType().isCompatible(type)) {
                return i;
            }
        }
        throw new InvalidSettingsException("The input table has no column of " + what + ".");
    }
}
