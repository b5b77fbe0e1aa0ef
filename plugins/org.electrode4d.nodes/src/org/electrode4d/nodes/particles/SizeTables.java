// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.particle.SizeBin;
import org.electrode4d.segmentation.particle.SizeDistribution;
import org.electrode4d.segmentation.particle.SizeWeighting;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the Size Distribution. */
final class SizeTables {

    private final BufferedDataContainer numbers;
    private final BufferedDataContainer histograms;

    SizeTables(final ExecutionContext context, final String group, final String unit) {
        numbers = context.createDataContainer(numbersSpec(group, unit));
        histograms = context.createDataContainer(histogramSpec(group, unit));
    }

    /** The unit at the end of a column's name, in brackets and with a space before; empty where there is none. */
    static String unit(final String column) {
        return column.matches(".*\\[[^\\[]+]") ? " " + column.substring(column.lastIndexOf('[')) : "";
    }

    /** What the column of names of distributions is called. */
    static String group(final String column) {
        return column.isEmpty() ? "Group" : column;
    }

    static DataTableSpec numbersSpec(final String group, final String unit) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(SeriesColumns.column(group, StringCell.TYPE),
            SeriesColumns.column("Weighting", StringCell.TYPE), SeriesColumns.column("Particles", IntCell.TYPE),
            SeriesColumns.column("Left out", IntCell.TYPE)));
        for (final String name : List.of("d10", "d50", "d90", "Mean", "SD", "Sauter mean d32", "Smallest",
            "Largest")) {
            columns.add(SeriesColumns.column(name + unit, DoubleCell.TYPE));
        }
        columns.add(SeriesColumns.column("Span [-]", DoubleCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec histogramSpec(final String group, final String unit) {
        return new DataTableSpec(SeriesColumns.column(group, StringCell.TYPE),
            SeriesColumns.column("Lower edge" + unit, DoubleCell.TYPE),
            SeriesColumns.column("Upper edge" + unit, DoubleCell.TYPE),
            SeriesColumns.column("Particles", LongCell.TYPE), SeriesColumns.column("Number [%]", DoubleCell.TYPE),
            SeriesColumns.column("Volume [%]", DoubleCell.TYPE),
            SeriesColumns.column("Number below upper edge [%]", DoubleCell.TYPE),
            SeriesColumns.column("Volume below upper edge [%]", DoubleCell.TYPE));
    }

    void add(final String name, final SizeDistribution sizes, final int leftOut, final List<SizeBin> bins) {
        for (final SizeWeighting weighting : SizeWeighting.values()) {
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(name),
                new StringCell(weighting == SizeWeighting.NUMBER ? "Number" : "Volume"), new IntCell(sizes.count()),
                new IntCell(leftOut)));
            for (final double number : new double[]{sizes.quantile(weighting, 0.1), sizes.quantile(weighting, 0.5),
                sizes.quantile(weighting, 0.9), sizes.mean(weighting), sizes.standardDeviation(weighting),
                sizes.sauterMean(), sizes.smallest(), sizes.largest(), sizes.span(weighting)}) {
                cells.add(Cells.number(number));
            }
            numbers.addRowToTable(new DefaultRow(RowKey.createRowKey(numbers.size()), cells));
        }
        double numberBelow = 0;
        double volumeBelow = 0;
        for (final SizeBin bin : bins) {
            numberBelow += bin.numberPart();
            volumeBelow += bin.volumePart();
            histograms.addRowToTable(new DefaultRow(RowKey.createRowKey(histograms.size()), new StringCell(name),
                new DoubleCell(bin.from()), new DoubleCell(bin.to()), new LongCell(bin.particles()),
                Cells.number(100 * bin.numberPart()), Cells.number(100 * bin.volumePart()),
                Cells.number(100 * numberBelow), Cells.number(100 * volumeBelow)));
        }
    }

    BufferedDataTable closeNumbers() {
        numbers.close();
        return numbers.getTable();
    }

    BufferedDataTable closeHistograms() {
        histograms.close();
        return histograms.getTable();
    }
}
