// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.correlation.ParticlePosition;
import org.electrode4d.correlation.VolumeOfInterest;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionContext;

/**
 * One particle in one scan.
 *
 * @param particle its label in the first scan, which it is called by
 * @param first where it was in the first scan
 */
record ParticleRow(int particle, ParticlePosition first, ParticleScans.Scan scan) {

    private static final List<String> NUMBERS = List.of("Centre x [µm]", "Centre y [µm]", "Centre z [µm]",
        "Displacement x [µm]", "Displacement y [µm]", "Displacement z [µm]", "Outside [%]");

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Label", IntCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private List<DataCell> begin() {
        return new ArrayList<>(List.of(new IntCell(particle), new StringCell(scan.step()), scan.time()));
    }

    /** Of a particle that is not in this scan. */
    List<DataCell> lost(final String reason) {
        final List<DataCell> cells = begin();
        cells.addAll(Collections.nCopies(spec().getNumColumns() - cells.size(), new MissingCell(reason)));
        return cells;
    }

    List<DataCell> cells(final ParticlePosition position, final VolumeOfInterest box, final ExecutionContext context,
        final Progress progress) throws IOException {
        final List<DataCell> cells = begin();
        cells.add(new IntCell(position.label()));
        cells.add(position.voxels() == 0 ? new MissingCell("Followed by the deformation field, not counted.")
            : new LongCell(position.voxels()));
        final Point centre = position.centre();
        final Point moved = centre.minus(first.centre());
        for (final double number : new double[]{centre.x(), centre.y(), centre.z(), moved.x(), moved.y(), moved.z(),
            100 * box.outside()}) {
            cells.add(new DoubleCell(number));
        }
        cells.add(VolumeStorage.store(named(box.volume(), centre), context, progress));
        return cells;
    }

    /** With the exact centre, which is within half a voxel of that of the box, in the metadata. */
    private Volume named(final Volume box, final Point centre) {
        final Map<String, String> metadata = new HashMap<>(box.metadata());
        metadata.put(SeriesColumns.PARTICLE, Integer.toString(particle));
        metadata.put("Particle centre x [µm]", Double.toString(centre.x()));
        metadata.put("Particle centre y [µm]", Double.toString(centre.y()));
        metadata.put("Particle centre z [µm]", Double.toString(centre.z()));
        return box.withMetadata(metadata).withName("Particle " + particle + " " + scan.step());
    }
}
