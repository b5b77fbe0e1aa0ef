// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Tables as lists of lines. */
public final class Tables {

    private Tables() {
    }

    /** The rows of the table at an output of a node: {@code key [cell, cell]}. */
    public static List<String> rows(final OpenWorkflow workflow, final int node, final int port) {
        final BufferedDataTable table =
            (BufferedDataTable)workflow.node(node).orElseThrow().output(port).orElseThrow();
        final List<String> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                rows.add(row.getKey().getString() + " " + row.stream().map(Object::toString).toList());
            }
        }
        return rows;
    }
}
