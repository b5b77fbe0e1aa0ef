// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.electrode4d.nodes.table.SeriesColumns.column;

import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The columns of the tables of a run. */
final class RunColumns {

    /** The identifier that the tomography control gave a scan. */
    static final String SCAN = "Scan";

    /** Current; positive charges. */
    static final String CURRENT = "Current [A]";

    /** Net charge since the start of the run. */
    static final String CHARGE = "Charge [mAh]";

    /** Name of the protocol's step. */
    static final String PROTOCOL_STEP = "Protocol step";

    /** What is done to the cell. */
    static final String PHASE = "Phase";

    /** Date and time of day of the begin of a scan. */
    static final String START = "Start";

    /** Date and time of day of the end of a scan. */
    static final String END = "End";

    /** Seconds since the start of the run. */
    static final String RUN_TIME = "Time [s]";

    /** One row per scan. */
    static final DataTableSpec SCANS = new DataTableSpec(column(SeriesColumns.STEP, StringCell.TYPE),
        column(SCAN, StringCell.TYPE), column(SeriesColumns.TIME, DoubleCell.TYPE),
        column(SeriesColumns.POTENTIAL, DoubleCell.TYPE), column(CURRENT, DoubleCell.TYPE),
        column(CHARGE, DoubleCell.TYPE), column(SeriesColumns.STATE_OF_CHARGE, DoubleCell.TYPE),
        column(START, StringCell.TYPE), column(END, StringCell.TYPE), column("Start [s]", DoubleCell.TYPE),
        column("End [s]", DoubleCell.TYPE), column("Rest before [s]", DoubleCell.TYPE),
        column(PROTOCOL_STEP, StringCell.TYPE), column(PHASE, StringCell.TYPE), column("Failure", StringCell.TYPE));

    /** One row per sample. */
    static final DataTableSpec SERIES = new DataTableSpec(column("Cell", StringCell.TYPE),
        column("Sample", LongCell.TYPE), column(RUN_TIME, DoubleCell.TYPE),
        column(SeriesColumns.POTENTIAL, DoubleCell.TYPE), column(CURRENT, DoubleCell.TYPE),
        column(CHARGE, DoubleCell.TYPE), column(SeriesColumns.STATE_OF_CHARGE, DoubleCell.TYPE),
        column("Temperature [°C]", DoubleCell.TYPE), column(PROTOCOL_STEP, StringCell.TYPE),
        column(PHASE, StringCell.TYPE), column(SeriesColumns.STEP, StringCell.TYPE), column(SCAN, StringCell.TYPE),
        column("Date and time", StringCell.TYPE));

    /** One row per transition. */
    static final DataTableSpec TRANSITIONS = new DataTableSpec(column(RUN_TIME, DoubleCell.TYPE),
        column("From", StringCell.TYPE), column("To", StringCell.TYPE), column("Reason", StringCell.TYPE),
        column("Date and time", StringCell.TYPE));

    private RunColumns() {
    }
}
