// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.particle.Particle;
import org.electrode4d.segmentation.particle.PrincipalAxes;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.statistics.LabelGrey;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/**
 * The columns of a table of particles.
 *
 * @param withGrey whether grey values were measured
 * @param withDistance whether distances from the collector were measured
 */
record ParticleColumns(boolean withGrey, boolean withDistance) {

    /** Number of a particle in the label volume of its scan. */
    static final String LABEL = "Label";

    /** Volume of a particle. */
    static final String VOLUME = "Volume [µm³]";

    /** Diameter of the ball of the same volume. */
    static final String DIAMETER = "Equivalent diameter [µm]";

    /** Whether the border of the scan cuts a particle. */
    static final String TOUCHES_BORDER = "Touches border";

    private static final List<String> FORM = List.of(VOLUME, DIAMETER, "Centre x [µm]", "Centre y [µm]",
        "Centre z [µm]", "Box from x [µm]", "Box from y [µm]", "Box from z [µm]", "Box to x [µm]", "Box to y [µm]",
        "Box to z [µm]", "Semi-axis a [µm]", "Semi-axis b [µm]", "Semi-axis c [µm]", "Axis a x [-]", "Axis a y [-]",
        "Axis a z [-]", "Axis b x [-]", "Axis b y [-]", "Axis b z [-]", "Axis c x [-]", "Axis c y [-]",
        "Axis c z [-]", "Elongation b/a [-]", "Flatness c/b [-]", "Surface [µm²]", "Sphericity [-]",
        "Contact area [µm²]");

    private static final List<String> GREY = List.of("Grey mean [grey value]", "Grey SD [grey value]",
        "Grey minimum [grey value]", "Grey maximum [grey value]");

    private static final List<String> DISTANCE =
        List.of("Centre to collector [µm]", "Nearest voxel to collector [µm]");

    DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(
            List.of(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
                SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
                SeriesColumns.column(LABEL, IntCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE)));
        FORM.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Contacts", IntCell.TYPE));
        (withGrey ? GREY : List.<String>of()).forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        (withDistance ? DISTANCE : List.<String>of())
            .forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column(TOUCHES_BORDER, BooleanCell.TYPE));
        columns.add(SeriesColumns.column("Border faces", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** A row; missing cells where there is no number. */
    List<DataCell> cells(final ScanStep step, final Particle particle, final Volume labels) {
        final List<DataCell> cells = new ArrayList<>(List.of(step.nameCell(), step.timeCell(),
            new IntCell(particle.label()), new LongCell(particle.extent().voxels())));
        form(particle, labels).forEach(number -> cells.add(Cells.number(number)));
        cells.add(new IntCell(particle.surface().contacts()));
        if (withGrey) {
            final LabelGrey grey = particle.grey().orElseThrow();
            for (final double number : new double[]{grey.mean(), grey.standardDeviation(), grey.min(), grey.max()}) {
                cells.add(Cells.number(number));
            }
        }
        if (withDistance) {
            cells.add(Cells.number(particle.distance().map(Particle.Distance::centre).orElse(Double.NaN)));
            cells.add(Cells.number(particle.distance().map(Particle.Distance::nearest).orElse(Double.NaN)));
        }
        final Set<VolumeFace> border = particle.form().border();
        cells.add(border.isEmpty() ? BooleanCell.FALSE : BooleanCell.TRUE);
        cells.add(new StringCell(border.stream().map(VolumeFace::sign).collect(Collectors.joining(", "))));
        return cells;
    }

    private static List<Double> form(final Particle particle, final Volume labels) {
        final Particle.Form form = particle.form();
        final List<Double> numbers = new ArrayList<>(List.of(form.volume(), form.diameter()));
        add(numbers, form.centre());
        final Block box = particle.extent().box();
        add(numbers, position(labels, box.minX() - 0.5, box.minY() - 0.5, box.minZ() - 0.5));
        add(numbers, position(labels, box.endX() - 0.5, box.endY() - 0.5, box.endZ() - 0.5));
        final PrincipalAxes axes = form.axes();
        final Point none = new Point(Double.NaN, Double.NaN, Double.NaN);
        for (int i = 0; i < 3; i++) {
            numbers.add(i < axes.semiAxes().size() ? axes.semiAxes().get(i) : Double.NaN);
        }
        for (int i = 0; i < 3; i++) {
            add(numbers, i < axes.directions().size() ? axes.directions().get(i) : none);
        }
        numbers.addAll(List.of(axes.elongation(), axes.flatness(), particle.surface().area(),
            particle.surface().sphericity(), particle.surface().contactArea()));
        return numbers;
    }

    private static Point position(final Volume labels, final double x, final double y, final double z) {
        return labels.origin().plus(new Point(x, y, z).times(labels.voxelSize()));
    }

    private static void add(final List<Double> numbers, final Point point) {
        numbers.addAll(List.of(point.x(), point.y(), point.z()));
    }
}
