// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** The columns of a time series: one row per scan. */
public final class SeriesColumns {

    /** Name of the scan: T0, T1, ... */
    public static final String STEP = "Step";

    /** Hours since the first scan. */
    public static final String TIME = "Time [h]";

    /** Cell potential during the scan. */
    public static final String POTENTIAL = "Potential [V]";

    /** State of charge during the scan. */
    public static final String STATE_OF_CHARGE = "State of charge [%]";

    /** The tomogram. */
    public static final String VOLUME = "Volume";

    /** Whose volume of interest a row shows; scans of different particles are never paired. */
    public static final String PARTICLE = "Particle";

    /** The numbers that describe the state of the cell at a scan. */
    static final List<String> STATE = List.of(TIME, POTENTIAL, STATE_OF_CHARGE);

    private SeriesColumns() {
    }

    /** The table of a series. */
    public static DataTableSpec spec() {
        return new DataTableSpec(column(STEP, StringCell.TYPE), column(TIME, DoubleCell.TYPE),
            column(POTENTIAL, DoubleCell.TYPE), column(STATE_OF_CHARGE, DoubleCell.TYPE),
            column(VOLUME, VolumeCell.TYPE));
    }

    /** The columns that say which scan a row is about: {@link #STEP} and {@link #TIME}; more can be added. */
    public static List<DataColumnSpec> scan() {
        return new ArrayList<>(List.of(column(STEP, StringCell.TYPE), column(TIME, DoubleCell.TYPE)));
    }

    /** A column of a table. */
    public static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
