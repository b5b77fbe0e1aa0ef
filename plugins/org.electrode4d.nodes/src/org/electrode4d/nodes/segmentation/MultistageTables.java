// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.threshold.StageResult;
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

/** The tables of stages and of their histograms. */
final class MultistageTables {

    private final BufferedDataContainer stages;
    private final BufferedDataContainer histograms;

    MultistageTables(final ExecutionContext context) {
        stages = context.createDataContainer(stagesSpec());
        histograms = context.createDataContainer(histogramsSpec());
    }

    static DataTableSpec stagesSpec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Stage", IntCell.TYPE), SeriesColumns.column("Method", StringCell.TYPE),
            SeriesColumns.column("Class", StringCell.TYPE),
            SeriesColumns.column("Threshold above [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("From [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("To [grey value]", DoubleCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column("Part of stage [%]", DoubleCell.TYPE));
    }

    static DataTableSpec histogramsSpec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Stage", IntCell.TYPE),
            SeriesColumns.column("Value [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("Voxels", LongCell.TYPE), SeriesColumns.column("Part [%]", DoubleCell.TYPE));
    }

    void add(final String row, final StageResult result, final GreyBins bins) {
        for (int k = 0; k < result.voxels().length; k++) {
            final DataCell threshold = k == result.thresholds().length
                ? new MissingCell("The brightest class has no threshold above it.")
                : new DoubleCell(result.thresholds()[k]);
            stages.addRowToTable(new DefaultRow(RowKey.createRowKey(stages.size()), new StringCell(row),
                new IntCell(result.number()), new StringCell(result.stage().method().label()),
                new StringCell(result.stage().names().get(k)), threshold, new DoubleCell(result.from(k)),
                new DoubleCell(result.to(k)), new LongCell(result.voxels()[k]),
                new DoubleCell(100.0 * result.voxels()[k] / result.grey().total())));
        }
        for (int bin = 0; bin < bins.voxels().length; bin++) {
            histograms.addRowToTable(new DefaultRow(RowKey.createRowKey(histograms.size()), new StringCell(row),
                new IntCell(result.number()), new DoubleCell(bins.value(bin)), new LongCell(bins.voxels()[bin]),
                new DoubleCell(bins.percent(bin))));
        }
    }

    BufferedDataTable closeStages() {
        stages.close();
        return stages.getTable();
    }

    BufferedDataTable closeHistograms() {
        histograms.close();
        return histograms.getTable();
    }
}
