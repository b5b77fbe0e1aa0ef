// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** What nodes call scans that they have prepared. */
    private static final String[] SCANS = {SeriesColumns.VOLUME, "Filtered", "Matched", "Aligned", "Cropped",
        "Denoised", "Equalised", "Morphology"};

    /** What is added to the name of a column that is there already, or is cropped with others. */
    private static final Pattern DERIVED = Pattern.compile("( cropped| \\(#[0-9]+\\))+$");

    /** Called by KNIME. */
    public VolumeColumns() {
        super(VolumeValue.class);
    }

    /**
     * The column of grey values that a new node takes from the first input: the scan as it was prepared last, so that
     * nodes in a chain go on where the one before them ended.
     */
    public static String scan(final NodeParametersInput input) {
        return preferred(input, SCANS);
    }

    /**
     * The column that a new node takes from the first input: the rightmost that has one of some names, such as
     * "Mask (#1)" before "Mask"; or else the volume that was computed last; the first name where there is no volume yet.
     *
     * @param names at least one
     */
    public static String preferred(final NodeParametersInput input, final String... names) {
        final List<String> columns = columns(input);
        return rightmost(columns, names).orElse(columns.isEmpty() ? names[0] : columns.get(columns.size() - 1));
    }

    /** As {@link #preferred}, but the first name where there is none of these: another volume would make no sense. */
    public static String named(final NodeParametersInput input, final String... names) {
        return rightmost(columns(input), names).orElse(names[0]);
    }

    private static List<String> columns(final NodeParametersInput input) {
        return ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class).stream()
            .map(DataColumnSpec::getName).toList();
    }

    private static Optional<String> rightmost(final List<String> columns, final String... names) {
        final List<String> wanted = List.of(names);
        return columns.stream().filter(column -> wanted.contains(DERIVED.matcher(column).replaceAll("")))
            .reduce((first, second) -> second);
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
