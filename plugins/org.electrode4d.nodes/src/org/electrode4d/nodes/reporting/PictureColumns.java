// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.Columns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the columns that slices can be drawn of. */
final class PictureColumns extends CompatibleColumnsProvider {

    PictureColumns() {
        super(List.of(VolumeValue.class, DeformationFieldValue.class));
    }

    /** The chosen columns; all that can be drawn where none is chosen. */
    static List<Integer> find(final DataTableSpec spec, final String[] chosen) throws InvalidSettingsException {
        final List<Integer> columns = new ArrayList<>();
        for (final String name : chosen) {
            columns.add(isVolume(spec, name) ? Columns.find(spec, name, VolumeValue.class, "volumes")
                : Columns.find(spec, name, DeformationFieldValue.class, "volumes or deformation fields"));
        }
        for (int i = 0; i < spec.getNumColumns() && chosen.length == 0; i++) {
            final DataType type = spec.getColumnSpec(i).getType();
            if (type.isCompatible(VolumeValue.class) || type.isCompatible(DeformationFieldValue.class)) {
                columns.add(i);
            }
        }
        if (columns.isEmpty()) {
            throw new InvalidSettingsException("The input table has no column of volumes or deformation fields.");
        }
        return columns;
    }

    private static boolean isVolume(final DataTableSpec spec, final String name) {
        return spec.containsName(name) && spec.getColumnSpec(name).getType().isCompatible(VolumeValue.class);
    }
}
