// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The columns of a table with a cycling protocol: one row. */
final class ProtocolColumns {

    /** The protocol in YAML. */
    static final String PROTOCOL = "Protocol";

    /** Its name. */
    static final String NAME = "Name";

    /** The cell's capacity, missing where the protocol needs none. */
    static final String CAPACITY = "Capacity [mAh]";

    /** What is known of the cell: one {@code title: value} a line. */
    static final String METADATA = "Cell";

    /** Name of a step, in the table of a preview. */
    static final String STEP = "Step";

    /** A step in words. */
    static final String WORDS = "What happens";

    /** The table with the protocol. */
    static final DataTableSpec SPEC = new DataTableSpec(SeriesColumns.column(PROTOCOL, StringCell.TYPE),
        SeriesColumns.column(NAME, StringCell.TYPE), SeriesColumns.column(CAPACITY, DoubleCell.TYPE),
        SeriesColumns.column(METADATA, StringCell.TYPE));

    /** The table with the preview. */
    static final DataTableSpec PREVIEW = new DataTableSpec(SeriesColumns.column(STEP, StringCell.TYPE),
        SeriesColumns.column(WORDS, StringCell.TYPE));

    private ProtocolColumns() {
    }
}
