// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.morphology.ComponentSelection;
import org.electrode4d.segmentation.morphology.HoleFilling.Holes;
import org.electrode4d.segmentation.morphology.HoleFilling;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.ExecutionContext;

/** The components of one mask, as cells. */
record FoundComponents(Volume mask, ConnectedComponentsNodeParameters parameters) {

    /** Column with the number of particles. */
    static final String COUNT = "Number of particles";

    static final String TOO_SMALL = "Left out as too small";
    static final String AT_BORDER = "Left out at the border";
    static final String TOTAL = "Volume of particles [µm³]";

    static DataColumnSpec[] columns() {
        return new DataColumnSpec[]{SeriesColumns.column(SelectedVoxels.PARTICLES, VolumeCell.TYPE),
            SeriesColumns.column(COUNT, LongCell.TYPE), SeriesColumns.column(TOTAL, DoubleCell.TYPE),
            SeriesColumns.column(TOO_SMALL, LongCell.TYPE), SeriesColumns.column(AT_BORDER, LongCell.TYPE)};
    }

    List<DataCell> cells(final ExecutionContext context, final Progress progress) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Components all = components(scratch, progress.part(0, 0.5));
            final long smallest = parameters.m_size.voxels(parameters.m_smallest, mask.voxelSize());
            final ComponentSelection selection =
                ComponentSelection.of(all, smallest, parameters.m_wholeOnly, progress.part(0.5, 0.6));
            final Components kept = selection.kept();
            final VolumeCell cell = VolumeStorage.store(VolumeDisplay.LABELS
                .on(kept.labels().named().withName("Particles of " + mask.name())), context, progress.part(0.6, 1));
            final long voxels = mask.shape().voxels() - kept.sizes()[0];
            return List.of(cell, new LongCell(kept.count()), new DoubleCell(voxels * mask.voxelSize().volume()),
                new LongCell(selection.tooSmall()), new LongCell(selection.atBorder()));
        }
    }

    private Components components(final ScratchSpace scratch, final Progress progress) throws IOException {
        final Connectivity connectivity = parameters.m_neighbours.connectivity;
        if (parameters.m_labelsApart) {
            return ConnectedComponents.ofLabels(mask, connectivity, scratch, progress);
        } else if (!parameters.m_fillHoles) {
            return ConnectedComponents.of(mask, connectivity, scratch, progress);
        }
        final Holes holes = new Holes(HoleFilling.background(connectivity), false, Long.MAX_VALUE);
        final Volume filled = HoleFilling.of(mask, holes, scratch, progress.part(0, 0.5)).mask();
        return ConnectedComponents.of(filled, connectivity, scratch, progress.part(0.5, 1));
    }
}
