// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.Arrays;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.threshold.Thresholds;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of classes and of histograms. */
final class ThresholdTables {

    private final BufferedDataContainer classes;
    private final BufferedDataContainer histograms;

    ThresholdTables(final ExecutionContext context) {
        classes = context.createDataContainer(classesSpec());
        histograms = context.createDataContainer(histogramsSpec());
    }

    static DataTableSpec classesSpec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Slice", IntCell.TYPE), SeriesColumns.column("Class", IntCell.TYPE),
            SeriesColumns.column("Above [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Up to [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE), SeriesColumns.column("Part [%]", DoubleCell.TYPE));
    }

    static DataTableSpec histogramsSpec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Value [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE), SeriesColumns.column("Part [%]", DoubleCell.TYPE));
    }

    /** @param slices of the volume */
    void addClasses(final String row, final Thresholds thresholds, final long slices) {
        for (long z = 0; z < (thresholds.isSliceWise() ? slices : 1); z++) {
            final double[] limits = thresholds.at(z);
            final long[] voxels = thresholds.voxels(z);
            final DataCell slice =
                thresholds.isSliceWise() ? new IntCell((int)z) : new MissingCell("The same for all slices.");
            for (int k = 0; limits.length > 0 && k < voxels.length; k++) {
                classes.addRowToTable(new DefaultRow(RowKey.createRowKey(classes.size()), new StringCell(row), slice,
                    new IntCell(k + 1), limit(limits, k - 1), limit(limits, k), new LongCell(voxels[k]),
                    new DoubleCell(100.0 * voxels[k] / Arrays.stream(voxels).sum())));
            }
        }
    }

    /** No threshold bounds the darkest class from below and the brightest one from above. */
    private static DataCell limit(final double[] limits, final int index) {
        return index < 0 || index >= limits.length ? new MissingCell("There is no threshold on this side.")
            : new DoubleCell(limits[index]);
    }

    void addHistogram(final String row, final GreyBins bins) {
        for (int bin = 0; bin < bins.voxels().length; bin++) {
            histograms.addRowToTable(new DefaultRow(RowKey.createRowKey(histograms.size()), new StringCell(row),
                new DoubleCell(bins.value(bin)), new LongCell(bins.voxels()[bin]),
                new DoubleCell(bins.percent(bin))));
        }
    }

    BufferedDataTable closeClasses() {
        classes.close();
        return classes.getTable();
    }

    BufferedDataTable closeHistograms() {
        histograms.close();
        return histograms.getTable();
    }
}
