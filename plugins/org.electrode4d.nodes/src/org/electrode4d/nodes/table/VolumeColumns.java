// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the volume columns of the input table in a dialog. */
public final class VolumeColumns extends CompatibleColumnsProvider {

    /** Called by KNIME. */
    public VolumeColumns() {
        super(VolumeValue.class);
    }

    /**
     * The column that a new node takes from the first input: the first of some names that volumes have there, or else
     * the volume that was computed last; the first name where there is no volume yet.
     *
     * @param names at least one, the best first
     */
    public static String preferred(final NodeParametersInput input, final String... names) {
        final List<String> columns = ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        return Stream.of(names).filter(columns::contains).findFirst()
            .orElse(columns.isEmpty() ? names[0] : columns.get(columns.size() - 1));
    }

    /** The volume of a row, which is not missing. */
    public static Volume volume(final DataRow row, final int column) throws IOException {
        return ((VolumeValue)row.getCell(column)).getVolume();
    }

    /**
     * A mask of a row, which is not missing.
     *
     * @param labels that are inside; without any, every value other than 0 is
     */
    public static Volume mask(final DataRow row, final int column, final int... labels) throws IOException {
        final Volume volume = volume(row, column);
        return labels.length == 0 ? volume : LabelMask.of(LabelVolume.of(volume), labels);
    }

    /** The volume that was computed last, which stands rightmost; empty where there is none. */
    public static String last(final NodeParametersInput input) {
        final List<DataColumnSpec> columns = ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class);
        return columns.isEmpty() ? "" : columns.get(columns.size() - 1).getName();
    }
}
