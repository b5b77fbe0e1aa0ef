// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The scans of a series table in their order; of a table with a column "Particle" those of each particle are a series
 * of their own.
 *
 * @param steps names of the scans
 * @param particles whose scan it is; empty texts in a table without particles
 * @param volumes their volume cells
 * @param missing IDs of rows without a volume, which are left out
 */
record Series(List<String> steps, List<String> particles, List<DataCell> volumes, List<String> missing) {

    /** Steps are called as in the column "Step"; without it, as their rows. */
    static Series read(final BufferedDataTable table, final String volumeColumn) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final int volume = Columns.findOrLast(spec, volumeColumn, VolumeValue.class, "volumes");
        final int step = spec.findColumnIndex(SeriesColumns.STEP);
        final int particle = spec.findColumnIndex(SeriesColumns.PARTICLE);
        final Series series = new Series(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (final DataRow row : table) {
            if (row.getCell(volume).isMissing()) {
                series.missing.add(row.getKey().getString());
            } else {
                series.volumes.add(row.getCell(volume));
                series.steps.add(text(row, step, row.getKey().getString()));
                series.particles.add(text(row, particle, ""));
            }
        }
        return series;
    }

    private static String text(final DataRow row, final int column, final String otherwise) {
        return column < 0 || row.getCell(column).isMissing() ? otherwise : row.getCell(column).toString();
    }

    /** Pairs never cross from one particle to another; with several, the names of steps begin with the particle. */
    List<ScanPair> pairs(final Pairing pairing) {
        final List<ScanPair> pairs = new ArrayList<>();
        for (final String particle : particles.stream().distinct().toList()) {
            int reference = -1;
            for (int i = 0; i < volumes.size(); i++) {
                if (!particles.get(i).equals(particle)) {
                    continue;
                }
                if (reference >= 0) {
                    pairs.add(new ScanPair(name(reference), name(i), volumes.get(reference), volumes.get(i)));
                }
                reference = reference < 0 || pairing == Pairing.CONSECUTIVE ? i : reference;
            }
        }
        return pairs;
    }

    private String name(final int scan) {
        final String particle = particles.get(scan);
        if (particles.stream().allMatch(particle::equals)) {
            return steps.get(scan);
        }
        return (particle.matches("[0-9]+") ? "P" + particle : particle) + " " + steps.get(scan);
    }
}
