// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.electrode4d.nodes.table.SeriesColumns.column;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The columns of tables of cyclers: one row per sample of a cell. */
final class CyclingColumns {

    /** Name of the cell. */
    static final String CELL = "Cell";

    /** Seconds since the start of the log. */
    static final String TIME = "Time [s]";

    /** Potential of the cell. */
    static final String POTENTIAL = "Potential [V]";

    /** Current; positive charges. */
    static final String CURRENT = "Current [A]";

    /** Net charge since the start. */
    static final String CHARGE = "Charge [mAh]";

    /** Net charge since the end of the step before. */
    static final String STEP_CHARGE = "Charge of step [mAh]";

    /** Running number of the step, from 1. */
    static final String STEP = "Step number";

    /** Number of the step in the program of the cycler. */
    static final String PROGRAM_STEP = "Program step";

    /** Number of the cycle. */
    static final String CYCLE = "Cycle";

    /** What the cycler did. */
    static final String STATE = "State";

    /** As the cycler wrote it. */
    static final String DATE = "Date and time";

    /** Temperature of the cell or of the chamber. */
    static final String TEMPERATURE = "Temperature [°C]";

    /** The picture that a row is about. */
    static final String SHOWS = "Shows";

    /** Where it is. */
    static final String PICTURE_PATH = "Picture path";

    /** Coulomb in a milliampere hour. */
    static final double COULOMB_PER_MAH = 3.6;

    private CyclingColumns() {
    }

    /** The table of samples. */
    static DataTableSpec samples() {
        return new DataTableSpec(column(CELL, StringCell.TYPE), column(TIME, DoubleCell.TYPE),
            column(POTENTIAL, DoubleCell.TYPE), column(CURRENT, DoubleCell.TYPE), column(CHARGE, DoubleCell.TYPE),
            column(STEP_CHARGE, DoubleCell.TYPE), column(STEP, IntCell.TYPE), column(PROGRAM_STEP, IntCell.TYPE),
            column(CYCLE, IntCell.TYPE), column(STATE, StringCell.TYPE), column(DATE, StringCell.TYPE),
            column(TEMPERATURE, DoubleCell.TYPE));
    }

    /** The table of pictures. */
    static DataTableSpec pictures() {
        return new DataTableSpec(column(SHOWS, StringCell.TYPE), column(PICTURE_PATH, StringCell.TYPE));
    }
}
