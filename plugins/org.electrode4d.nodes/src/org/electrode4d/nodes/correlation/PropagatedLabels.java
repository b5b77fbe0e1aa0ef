// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.DeformedLabels;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.MaskedLabels;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.ExecutionContext;

/** The labels of the reference in every scan, as cells. */
final class PropagatedLabels {

    /** Column of the labels. */
    static final String LABELS = "Propagated labels";

    /** Column of the labels inside the mask. */
    static final String MASKED = "Masked labels";

    private final LabelledScans scans;
    private final LabelPropagationNodeParameters parameters;
    private final ExecutionContext context;
    private final Map<String, List<DataCell>> byStep = new HashMap<>();
    private final List<String> withoutMask = new ArrayList<>();

    PropagatedLabels(final LabelledScans scans, final LabelPropagationNodeParameters parameters,
        final ExecutionContext context) {
        this.scans = scans;
        this.parameters = parameters;
        this.context = context;
    }

    static DataColumnSpec[] columns(final boolean withMask) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(SeriesColumns.column(LABELS, VolumeCell.TYPE)));
        if (withMask) {
            columns.add(SeriesColumns.column(MASKED, VolumeCell.TYPE));
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    /** Carries the labels into a scan. */
    List<DataCell> propagate(final String step, final DeformationField field, final Progress progress)
        throws IOException {
        final Volume labels = DeformedLabels.of(scans.referenceLabels(), field).volume();
        final VolumeCell stored = VolumeStorage.store(VolumeDisplay.LABELS.on(labels.withName("Labels " + step)),
            context, progress.part(0, parameters.m_useMask ? 0.7 : 1));
        return keep(step, stored, LabelVolume.of(stored.getVolume()), progress.part(0.7, 1));
    }

    /** What is known of a scan: of the reference its own labels, of others what was carried there. */
    List<DataCell> of(final String step, final Progress progress) throws IOException {
        if (!byStep.containsKey(step) && step.equals(scans.reference())) {
            return keep(step, scans.referenceCell(), scans.referenceLabels(), progress);
        }
        return byStep.containsKey(step) ? byStep.get(step)
            : missing("No field leads from " + scans.reference() + " to " + step + ".");
    }

    private List<DataCell> keep(final String step, final DataCell cell, final LabelVolume labels,
        final Progress progress) throws IOException {
        final List<DataCell> cells = new ArrayList<>(List.of(cell));
        if (parameters.m_useMask) {
            cells.add(masked(step, labels, progress));
        }
        byStep.put(step, cells);
        return cells;
    }

    private DataCell masked(final String step, final LabelVolume labels, final Progress progress)
        throws IOException {
        final Optional<Volume> mask = scans.mask(step);
        if (mask.isEmpty()) {
            withoutMask.add(step);
            return new MissingCell("There is no mask of " + step + ".");
        }
        return VolumeStorage.store(VolumeDisplay.LABELS.on(MaskedLabels.of(labels, mask.get(), parameters.m_reach)
            .volume().withName("Masked labels " + step)), context, progress);
    }

    /** Cells for a row without labels. */
    List<DataCell> missing(final String reason) {
        return Collections.nCopies(parameters.m_useMask ? 2 : 1, new MissingCell(reason));
    }

    boolean reaches(final String step) {
        return byStep.containsKey(step);
    }

    /** What to tell of scans without a mask, or null. */
    String warning() {
        return withoutMask.isEmpty() ? null : String.join(", ", withoutMask) + ": there is no mask, and masked labels "
            + "are missing.";
    }
}
