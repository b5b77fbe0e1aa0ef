// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.statistics.Histogram;
import org.electrode4d.volume.statistics.Statistics;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with one row per bin of the histograms of volumes. */
final class HistogramTable {

    private final BufferedDataContainer container;
    private final int bins;

    HistogramTable(final ExecutionContext context, final int bins) {
        container = context.createDataContainer(spec());
        this.bins = bins;
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Value", DoubleCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column("Part [%]", DoubleCell.TYPE));
    }

    /** Bins of equal width from the smallest to the largest value; at most one per grey value of whole numbers. */
    void add(final String row, final Statistics statistics) {
        final Histogram histogram = statistics.histogram();
        final double extent = statistics.max() - statistics.min() + (histogram.isExact() ? 1 : 0);
        final int count = (int)(histogram.isExact() ? Math.min(bins, extent) : extent == 0 ? 1 : bins);
        final long[] voxels = new long[count];
        for (int bin = 0; bin < histogram.bins(); bin++) {
            final double place = extent == 0 ? 0 : (histogram.value(bin) - statistics.min()) / extent * count;
            if (histogram.count(bin) > 0) {
                voxels[(int)Math.max(0, Math.min(count - 1, place))] += histogram.count(bin);
            }
        }
        final double width = extent / count;
        final double first = statistics.min() + (histogram.isExact() ? (width - 1) / 2 : width / 2);
        for (int bin = 0; bin < count; bin++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), new StringCell(row),
                new DoubleCell(first + bin * width), new LongCell(voxels[bin]),
                new DoubleCell(100.0 * voxels[bin] / statistics.count())));
        }
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
