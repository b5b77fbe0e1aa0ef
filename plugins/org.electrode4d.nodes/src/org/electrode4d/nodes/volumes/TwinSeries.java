// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.twin.DigitalTwin;
import org.electrode4d.phantom.twin.TwinState;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Renders the scans of a digital twin, and the truths that are wanted; each volume is written once, block by block. */
record TwinSeries(DigitalTwin twin, TwinScans scans, DigitalTwinNodeParameters parameters) {

    /** Column of the true phases. */
    static final String PHASES = "True phases";

    /** Column of the true particles. */
    static final String PARTICLES = "True particles";

    /** Column of the true regions. */
    static final String REGIONS = "True regions";

    /** The part of the work that is a true volume beside the scan, which is blurred. */
    private static final double OF_TRUTH = 0.15;

    /** The volume is the last, as nodes expect that choose a column by themselves. */
    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column(SeriesColumns.POTENTIAL, DoubleCell.TYPE),
            SeriesColumns.column(SeriesColumns.STATE_OF_CHARGE, DoubleCell.TYPE),
            SeriesColumns.column(PHASES, VolumeCell.TYPE), SeriesColumns.column(PARTICLES, VolumeCell.TYPE),
            SeriesColumns.column(REGIONS, VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));
    }

    BufferedDataTable render(final ExecutionContext context, final Progress progress) throws IOException {
        final RowTable table = new RowTable(spec(), context);
        for (int scan = 0; scan < twin.scans(); scan++) {
            final TwinState state = twin.settings().states().get(scan);
            final Progress part = progress.part(scan / (double)twin.scans(), (scan + 1.0) / twin.scans());
            part.report(0, "Rendering " + state.step());
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(state.step()),
                new DoubleCell(state.time()), scans.potentials().get(scan), new DoubleCell(state.stateOfCharge())));
            cells.add(truth(parameters.m_phases.isStored(scan), twin.phases(scan).named(), context,
                part.part(0, OF_TRUTH)));
            cells.add(truth(parameters.m_particles.isStored(scan), twin.particles(scan), context,
                part.part(OF_TRUTH, 2 * OF_TRUTH)));
            cells.add(truth(parameters.m_regions.isStored(scan), twin.regions(scan).named(), context,
                part.part(2 * OF_TRUTH, 3 * OF_TRUTH)));
            cells.add(VolumeStorage.store(twin.volume(scan), context, part.part(3 * OF_TRUTH, 1)));
            table.add(cells);
        }
        return table.close();
    }

    private static DataCell truth(final boolean stored, final Volume labels, final ExecutionContext context,
        final Progress progress) throws IOException {
        return stored ? VolumeStorage.store(VolumeDisplay.LABELS.on(labels), context, progress)
            : new MissingCell("This truth was not stored.");
    }
}
