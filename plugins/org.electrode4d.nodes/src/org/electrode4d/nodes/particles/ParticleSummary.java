// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.particle.Particle;
import org.electrode4d.segmentation.particle.ParticleContact;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** All particles of a scan together. */
final class ParticleSummary {

    private static final List<String> NUMBERS = List.of("Volume [µm³]", "Volume fraction [%]",
        "Equivalent diameter, mean [µm]", "Equivalent diameter, SD [µm]", "Surface [µm²]",
        "Surface per volume [1/µm]", "Sphericity, mean [-]", "Contacts per particle, mean [-]", "Contact area [µm²]");

    private int particles;
    private int cut;
    private double volume;
    private double diameters;
    private double squares;
    private double surface;
    private int round;
    private double sphericities;

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Particles", IntCell.TYPE),
            SeriesColumns.column("Particles at the border", IntCell.TYPE),
            SeriesColumns.column("Contacts", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Of a scan that could not be measured. */
    static List<DataCell> missing(final ScanStep step) {
        final List<DataCell> cells = new ArrayList<>(List.of(step.nameCell(), step.timeCell()));
        cells.addAll(Collections.nCopies(spec().getNumColumns() - 2, new MissingCell("An input is missing.")));
        return cells;
    }

    void add(final Particle particle) {
        particles++;
        cut += particle.form().border().isEmpty() ? 0 : 1;
        volume += particle.form().volume();
        diameters += particle.form().diameter();
        squares += particle.form().diameter() * particle.form().diameter();
        surface += particle.surface().area();
        if (!Double.isNaN(particle.surface().sphericity())) {
            round++;
            sphericities += particle.surface().sphericity();
        }
    }

    int particles() {
        return particles;
    }

    List<DataCell> cells(final ScanStep step, final Volume labels, final List<ParticleContact> contacts) {
        final List<DataCell> cells = new ArrayList<>(List.of(step.nameCell(), step.timeCell(), new IntCell(particles),
            new IntCell(cut), new IntCell(contacts.size())));
        final double mean = diameters / particles;
        final double deviation = Math.sqrt(Math.max(0, squares - particles * mean * mean) / (particles - 1));
        final double scan = labels.shape().voxels() * labels.voxelSize().volume();
        for (final double number : new double[]{volume, 100 * volume / scan, mean,
            particles > 1 ? deviation : Double.NaN, surface, surface / volume, sphericities / round,
            2.0 * contacts.size() / particles, contacts.stream().mapToDouble(ParticleContact::area).sum()}) {
            cells.add(Cells.number(number));
        }
        return cells;
    }
}
