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
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.ExecutionContext;

/** What is left of the objects of one volume, as cells. */
record FilteredObjects(Volume volume, ObjectFilterNodeParameters parameters) {

    static final String LEFT = "Objects left";
    static final String TOO_SMALL = "Removed as too small";
    static final String AT_BORDER = "Removed at the border";
    static final String HOLES = "Holes filled";
    static final String FILLED = "Voxels filled";

    static DataColumnSpec[] columns(final ObjectFilterNodeParameters parameters) {
        final String name =
            parameters.m_kind == ObjectKind.LABELS ? SelectedVoxels.PARTICLES : SelectedVoxels.MASK;
        return new DataColumnSpec[]{SeriesColumns.column(name, VolumeCell.TYPE),
            SeriesColumns.column(LEFT, LongCell.TYPE), SeriesColumns.column(TOO_SMALL, LongCell.TYPE),
            SeriesColumns.column(AT_BORDER, LongCell.TYPE), SeriesColumns.column(HOLES, LongCell.TYPE),
            SeriesColumns.column(FILLED, LongCell.TYPE)};
    }

    /** Why there is no object among the cells of a row, or null where there is one. */
    static String nothingLeft(final List<DataCell> cells, final ObjectFilterNodeParameters parameters) {
        final long tooSmall = ((LongCell)cells.get(2)).getLongValue();
        final long atBorder = ((LongCell)cells.get(3)).getLongValue();
        if (((LongCell)cells.get(1)).getLongValue() > 0) {
            return null;
        } else if (tooSmall + atBorder == 0) {
            return "there are no objects, because all voxels are outside.";
        }
        final String limit = "smaller than the limit of " + parameters.m_smallest + " " + parameters.m_size.unit();
        return "no object is left: " + (atBorder == 0 ? "all " + tooSmall + " are " + limit + "."
            : tooSmall + " are " + limit + ", " + atBorder + " touch the border.");
    }

    List<DataCell> cells(final ExecutionContext context, final Progress progress) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return parameters.m_kind == ObjectKind.LABELS ? labels(context, progress)
                : mask(scratch, context, progress);
        }
    }

    private List<DataCell> labels(final ExecutionContext context, final Progress progress) throws IOException {
        final ComponentSelection selection =
            select(Components.ofLabels(LabelVolume.of(volume), progress.part(0, 0.3)), progress.part(0.3, 0.5));
        return cells(selection, new HoleFilling(selection.kept().labels().named(), 0, 0), context,
            progress.part(0.5, 1));
    }

    private List<DataCell> mask(final ScratchSpace scratch, final ExecutionContext context, final Progress progress)
        throws IOException {
        final Connectivity connectivity = parameters.m_neighbours.connectivity;
        final ComponentSelection selection = select(
            ConnectedComponents.of(volume, connectivity, scratch, progress.part(0, 0.3)), progress.part(0.3, 0.35));
        final Volume mask = selection.kept().mask().withName(volume.name());
        final HoleFilling filled = parameters.m_fillHoles
            ? HoleFilling.of(mask, holes(), scratch, progress.part(0.35, 0.6)) : new HoleFilling(mask, 0, 0);
        return cells(selection, filled, context, progress.part(0.6, 1));
    }

    private ComponentSelection select(final Components all, final Progress progress) {
        return ComponentSelection.of(all, parameters.m_size.voxels(parameters.m_smallest, volume.voxelSize()),
            parameters.m_wholeOnly, progress);
    }

    private Holes holes() {
        final long largest = parameters.m_largestHole == 0 ? Long.MAX_VALUE
            : parameters.m_size.mostVoxels(parameters.m_largestHole, volume.voxelSize());
        return new Holes(HoleFilling.background(parameters.m_neighbours.connectivity), parameters.m_planewise, largest);
    }

    private static List<DataCell> cells(final ComponentSelection selection, final HoleFilling filled,
        final ExecutionContext context, final Progress progress) throws IOException {
        return List.of(
            VolumeStorage.store(VolumeDisplay.LABELS.on(filled.mask()), context, progress),
            new LongCell(selection.kept().count()), new LongCell(selection.tooSmall()),
            new LongCell(selection.atBorder()), new LongCell(filled.holes()), new LongCell(filled.voxels()));
    }
}
