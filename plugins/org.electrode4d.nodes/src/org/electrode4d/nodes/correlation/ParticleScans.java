// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.electrode4d.correlation.ParticlePosition;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The scans of a series and their labels.
 *
 * @param missing IDs of rows that lack a volume or labels that are needed, which are left out
 */
record ParticleScans(List<Scan> scans, List<String> missing) {

    /** One scan; the labels may be missing where they are not needed. */
    record Scan(String step, DataCell time, DataCell volume, DataCell labels) {

        Volume getVolume() throws IOException {
            return ((VolumeValue)volume).getVolume();
        }

        double voxelVolume() {
            return ((VolumeValue)labels).getDescription().voxelSize().volume();
        }

        /** The labelled particles; their labels must have the shape of the scan. */
        List<ParticlePosition> particles(final Progress progress) throws IOException {
            final Volume particles = ((VolumeValue)labels).getVolume();
            return ParticlePosition.all(getVolume(), new LabelVolume(particles, new TreeMap<>()), progress);
        }
    }

    /** Throws where the table lacks a column. */
    static void check(final DataTableSpec spec, final ParticleVolumesNodeParameters parameters)
        throws InvalidSettingsException {
        Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
        Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels");
    }

    static ParticleScans read(final BufferedDataTable table, final ParticleVolumesNodeParameters parameters)
        throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, parameters);
        final int volume = spec.findColumnIndex(parameters.m_volumeColumn);
        final int labels = spec.findColumnIndex(parameters.m_labelColumn);
        final ParticleScans scans = new ParticleScans(new ArrayList<>(), new ArrayList<>());
        for (final DataRow row : table) {
            final boolean needsLabels = parameters.m_following.needsLabels() || scans.scans.isEmpty();
            if (row.getCell(volume).isMissing() || needsLabels && row.getCell(labels).isMissing()) {
                scans.missing.add(row.getKey().getString());
            } else {
                scans.scans.add(new Scan(step(spec, row), time(spec, row), row.getCell(volume), row.getCell(labels)));
            }
        }
        return scans;
    }

    private static String step(final DataTableSpec spec, final DataRow row) {
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        return step < 0 || row.getCell(step).isMissing() ? row.getKey().getString() : row.getCell(step).toString();
    }

    private static DataCell time(final DataTableSpec spec, final DataRow row) {
        final int time = spec.findColumnIndex(SeriesColumns.TIME);
        return time >= 0 && row.getCell(time) instanceof DoubleValue hours ? new DoubleCell(hours.getDoubleValue())
            : new MissingCell("The time of this scan is not known.");
    }
}
