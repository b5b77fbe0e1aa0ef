// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where the volumes and the field are in a row of a pairs table.
 *
 * @param reference index of the column of reference volumes; -1 where volumes are not needed
 * @param deformed index of the column of deformed volumes; -1 likewise
 * @param field index of the column of deformation fields
 */
record PairCells(int reference, int deformed, int field) {

    private static final int NONE = -1;

    /** For nodes that need the voxels of both scans as well as a field. */
    static PairCells withVolumes(final DataTableSpec spec, final String fieldColumn)
        throws InvalidSettingsException {
        return new PairCells(Columns.find(spec, PairColumns.REFERENCE, VolumeValue.class, "volumes"),
            Columns.find(spec, PairColumns.DEFORMED, VolumeValue.class, "volumes"),
            findField(spec, fieldColumn));
    }

    /** For nodes that work on a field alone. */
    static PairCells fieldOnly(final DataTableSpec spec, final String fieldColumn) throws InvalidSettingsException {
        return new PairCells(NONE, NONE, findField(spec, fieldColumn));
    }

    private static int findField(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        return Columns.findOrLast(spec, column, DeformationFieldValue.class, "deformation fields");
    }

    /** The columns that must not be missing. */
    int[] needed() {
        return reference == NONE ? new int[]{field} : new int[]{reference, deformed, field};
    }

    VolumePair volumes(final DataRow row) throws IOException {
        return new VolumePair(((VolumeValue)row.getCell(reference)).getVolume(),
            ((VolumeValue)row.getCell(deformed)).getVolume());
    }

    DeformationField field(final DataRow row) throws IOException {
        return ((DeformationFieldValue)row.getCell(field)).getDeformationField();
    }
}
