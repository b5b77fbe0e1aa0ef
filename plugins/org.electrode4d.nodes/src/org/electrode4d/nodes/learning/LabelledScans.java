// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The scans of a table that have labels.
 *
 * @param scans with different names, and voxels of one size
 */
record LabelledScans(List<LabelledScan> scans) {

    /** Where a table has scans and labels. */
    record Columned(int volume, int labels) {

        /** @throws InvalidSettingsException where the table lacks one of the columns, or both are the same */
        static Columned of(final DataTableSpec spec, final String volumeColumn, final String labelColumn)
            throws InvalidSettingsException {
            if (volumeColumn.equals(labelColumn)) {
                throw new InvalidSettingsException("'Volumes' and 'Labels' are both '" + volumeColumn
                    + "'. Choose the column with the scans and the one with what was labelled in them.");
            }
            return new Columned(Columns.find(spec, volumeColumn, VolumeValue.class, "volumes"),
                Columns.find(spec, labelColumn, VolumeValue.class, "labels"));
        }
    }

    /**
     * Opens the scans; rows that lack a volume or labels are passed over, with a warning.
     *
     * @throws LearningException if their voxels differ in size
     * @throws IllegalArgumentException if labels have another shape than their scan, or are no integers
     */
    static LabelledScans of(final BufferedDataTable table, final Columned columns, final Progress progress,
        final Warnings warnings)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final List<LabelledScan> scans = new ArrayList<>();
        final ScanNames names = new ScanNames();
        ScanRows.forEach(table, new int[]{columns.volume, columns.labels}, progress, warnings, (step, row, part) -> {
            final Volume labels = VolumeColumns.volume(row, columns.labels);
            final Volume scan = VolumeColumns.volume(row, columns.volume);
            scans.add(new LabelledScan(names.of(step, row.getKey()), scan, LabelVolume.of(labels)));
        });
        scans.forEach(scan -> requireVoxels(scans.get(0), scan));
        return new LabelledScans(scans);
    }

    private static void requireVoxels(final LabelledScan first, final LabelledScan scan) {
        final VoxelSize size = first.image().voxelSize();
        if (!new ModelInput(size, ModelInput.DEFAULT_TOLERANCE, 0, 0).fits(scan.image().voxelSize())) {
            throw new LearningException("The voxels of " + scan.name() + " are " + scan.image().voxelSize()
                + ", but those of " + first.name() + " are " + size + ". A model learns from voxels of one size: train "
                + "a model for each, or rescale the scans.");
        }
    }

    /** Whether no scan is labelled. */
    boolean isEmpty() {
        return scans.isEmpty();
    }

    /** Of the first scan. */
    VoxelSize voxelSize() {
        return scans.get(0).image().voxelSize();
    }

    /** A class for every label that is there. */
    ClassScheme classes(final OptionalInt unlabelled, final Progress progress) {
        return ClassScheme.of(scans.stream().map(LabelledScan::labels).toList(), unlabelled, progress);
    }
}
