// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.knime.core.data.DataRow;

/**
 * A pair of scans of an input table.
 *
 * @param start what is known of their deformation; empty for pairs of a series
 * @param row of the pair; for pairs of a series, that of the deformed scan
 */
record PairRow(ScanPair scans, Optional<DeformationFieldValue> start, DataRow row) {

    VolumePair volumes() throws IOException {
        return new VolumePair(scans.reference().getVolume(), scans.deformed().getVolume());
    }

    /** The start as one node in the middle of the volume; a field on a grid counts with what it says there. */
    Optional<DeformationField> startAtCentre(final VolumePair pair) throws IOException {
        if (start.isEmpty()) {
            return Optional.empty();
        }
        final DeformationField field = start.get().getDeformationField();
        return Optional.of(field.grid().size() == 1 ? field
            : DeformationField.builder(NodeGrid.single(pair.centre()), field.voxelSize()).of(pair.reference())
                .set(0, NodeResult.of(field.at(pair.centre()), NodeStatus.NOT_RUN)).build());
    }
}
