// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** How many voxels have which label: a row per scan and label. */
final class LabelTable {

    private static final int EDGE = 128;

    private final RowTable table;
    private final int unlabelled;

    /** @param unlabelled label of voxels that nobody looked at */
    LabelTable(final ExecutionContext context, final int unlabelled) {
        table = new RowTable(spec(), context);
        this.unlabelled = unlabelled;
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Label", IntCell.TYPE), SeriesColumns.column("Name", StringCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column("Share of the volume [%]", DoubleCell.TYPE));
    }

    /** @return whether any voxel is labelled */
    boolean add(final String step, final Volume labels, final Progress progress) {
        final LabelVolume named = LabelVolume.of(labels);
        final SortedMap<Integer, Long> voxels = new TreeMap<>();
        Blocks.map(Blocks.tile(labels.shape(), EDGE), progress, "Counting the voxels of labels",
            block -> count(named, block))
            .forEach(part -> part.forEach((label, n) -> voxels.merge(label, n, Long::sum)));
        voxels.forEach((label, n) -> table.add(row(step, named, label, n)));
        return voxels.size() > 1 || !voxels.containsKey(unlabelled);
    }

    /** Neighbours mostly have the same label, so that they are counted run by run. */
    private static Map<Integer, Long> count(final LabelVolume labels, final Block block) {
        final int[] values = new int[block.voxels()];
        labels.read(block, values);
        final Map<Integer, Long> voxels = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[start]) {
                voxels.merge(values[start], (long)i - start, Long::sum);
                start = i;
            }
        }
        return voxels;
    }

    private List<DataCell> row(final String step, final LabelVolume labels, final int label, final long voxels) {
        return List.of(new StringCell(step), new IntCell(label),
            new StringCell(label == unlabelled ? "not labelled" : labels.name(label)), new LongCell(voxels),
            new DoubleCell(100.0 * voxels / labels.volume().shape().voxels()));
    }

    BufferedDataTable close() {
        return table.close();
    }
}
