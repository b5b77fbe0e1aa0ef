// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.Polar;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The columns of a table of registered pairs. */
final class RegistrationRow {

    private static final List<String> NUMBERS = List.of("Translation x [µm]", "Translation y [µm]",
        "Translation z [µm]", "Rotation x [°]", "Rotation y [°]", "Rotation z [°]", "Stretch x [-]", "Stretch y [-]",
        "Stretch z [-]", "Volume ratio [-]", "ZNCC [-]");

    private RegistrationRow() {
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.REFERENCE, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.REGISTRATION, DeformationFieldCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Status", StringCell.TYPE));
        columns.add(SeriesColumns.column("Iterations", IntCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static List<DataCell> cells(final ScanPair pair, final DeformationField field, final DataCell fieldCell) {
        return cells(pair, field, fieldCell, field.status(0).label());
    }

    static List<DataCell> cells(final ScanPair pair, final DeformationField field, final DataCell fieldCell,
        final String status) {
        final Point translation = field.displacementInMicrometres(0);
        final Polar polar = Polar.of(inMicrometres(field));
        final double[] rotation = polar.rotationVector();
        final double[] stretch = polar.stretch();
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(pair.referenceStep()),
            new StringCell(pair.deformedStep()), pair.referenceCell(), pair.deformedCell(), fieldCell));
        for (final double number : new double[]{translation.x(), translation.y(), translation.z(), rotation[0],
            rotation[1], rotation[2], stretch[0], stretch[4], stretch[8], field.transformation(0).determinant(),
            field.zncc(0)}) {
            cells.add(Cells.number(number));
        }
        cells.add(new StringCell(status));
        cells.add(new IntCell(field.iterations(0)));
        return cells;
    }

    static double[] inMicrometres(final DeformationField field) {
        return inMicrometres(field.f(0), field.voxelSize());
    }

    /** F between positions in µm, where voxels need not be cubes, from F between positions in voxels. */
    static double[] inMicrometres(final double[] f, final VoxelSize voxel) {
        final double[] size = {voxel.x(), voxel.y(), voxel.z()};
        final double[] scaled = f.clone();
        for (int i = 0; i < f.length; i++) {
            scaled[i] *= size[i / 3] / size[i % 3];
        }
        return scaled;
    }
}
