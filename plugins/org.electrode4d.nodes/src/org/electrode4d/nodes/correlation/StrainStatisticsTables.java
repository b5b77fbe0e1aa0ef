// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.HistogramBins;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of Strain Statistics: numbers, and histograms. */
final class StrainStatisticsTables {

    private static final List<String> NUMBERS = List.of("Mean", "SD", "Minimum", "5th percentile", "25th percentile",
        "Median", "75th percentile", "95th percentile", "Maximum");

    private final BufferedDataContainer numbers;
    private final BufferedDataContainer histograms;

    StrainStatisticsTables(final ExecutionContext context) {
        numbers = context.createDataContainer(numbersSpec());
        histograms = context.createDataContainer(histogramsSpec());
    }

    private static List<DataColumnSpec> heads() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (final String name : List.of(PairColumns.REFERENCE_STEP, PairColumns.DEFORMED_STEP)) {
            columns.add(SeriesColumns.column(name, StringCell.TYPE));
        }
        columns.add(SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE));
        for (final String name : List.of("Region", "Component", "Unit")) {
            columns.add(SeriesColumns.column(name, StringCell.TYPE));
        }
        return columns;
    }

    private static DataTableSpec spec(final List<String> names, final List<DataType> types) {
        final List<DataColumnSpec> columns = heads();
        for (int i = 0; i < names.size(); i++) {
            columns.add(SeriesColumns.column(names.get(i), types.get(i)));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec numbersSpec() {
        final List<String> names = new ArrayList<>(List.of("Points", "Points without strain"));
        names.addAll(NUMBERS);
        names.addAll(List.of("Points below histogram", "Points above histogram"));
        return spec(names, names.stream()
            .map(name -> name.startsWith("Points") ? IntCell.TYPE : DoubleCell.TYPE).toList());
    }

    static DataTableSpec histogramsSpec() {
        return spec(List.of("Lower edge", "Upper edge", "Points", "Part [%]"),
            List.of(DoubleCell.TYPE, DoubleCell.TYPE, IntCell.TYPE, DoubleCell.TYPE));
    }

    void add(final StrainStep step) {
        for (final StrainStatistics s : step.statistics()) {
            final List<DataCell> head = head(step.pair(), step.time(), s);
            addNumbers(head, s);
            addHistogram(head, s);
        }
    }

    private static List<DataCell> head(final PairLabel pair, final double time, final StrainStatistics s) {
        return List.of(pair.reference(), pair.deformed(), Cells.number(time), new StringCell(s.region()),
            new StringCell(s.component().label()), new StringCell(unit(s.component())));
    }

    private static String unit(final StrainComponent component) {
        return component.unit().isEmpty() ? "-" : component.unit();
    }

    private void addNumbers(final List<DataCell> head, final StrainStatistics s) {
        final double[] p = s.percentiles();
        final List<DataCell> cells = new ArrayList<>(head);
        cells.add(new IntCell(s.points()));
        cells.add(new IntCell(s.missing()));
        for (final double number : new double[]{s.mean(), s.standardDeviation(), s.minimum(), p[0], p[1], p[2], p[3],
            p[4], s.maximum()}) {
            cells.add(Cells.number(number));
        }
        cells.add(new IntCell(s.histogram().below()));
        cells.add(new IntCell(s.histogram().above()));
        numbers.addRowToTable(new DefaultRow(RowKey.createRowKey(numbers.size()), cells));
    }

    private void addHistogram(final List<DataCell> head, final StrainStatistics s) {
        final HistogramBins bins = s.histogram().bins();
        for (int bin = 0; bin < bins.count(); bin++) {
            final int points = s.histogram().inBins()[bin];
            final List<DataCell> cells = new ArrayList<>(head);
            cells.add(new DoubleCell(bins.edge(bin)));
            cells.add(new DoubleCell(bins.edge(bin + 1)));
            cells.add(new IntCell(points));
            cells.add(Cells.number(100.0 * points / s.points()));
            histograms.addRowToTable(new DefaultRow(RowKey.createRowKey(histograms.size()), cells));
        }
    }

    /** The statistics. */
    BufferedDataTable closeNumbers() {
        numbers.close();
        return numbers.getTable();
    }

    /** The histograms. */
    BufferedDataTable closeHistograms() {
        histograms.close();
        return histograms.getTable();
    }
}
