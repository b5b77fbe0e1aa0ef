// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.proximity.DistanceDistribution;
import org.electrode4d.transport.proximity.DistancePoints;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of distances: a row per scan and direction, and a row for each bin of their histograms. */
final class DistanceTables {

    private static final List<String> NUMBERS = List.of("Area [µm²]", "Mean [µm]", "RMS [µm]", "SD [µm]",
        "Minimum [µm]", "5 % quantile [µm]", "1st quartile [µm]", "Median [µm]", "3rd quartile [µm]",
        "95 % quantile [µm]", "Maximum [µm]", "Hausdorff distance [µm]", "Mean, change [%]", "Maximum, change [%]");

    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final RowTable summary;
    private final RowTable histogram;
    private final boolean hasArea;
    private final Map<Boolean, DistanceDistribution> first = new HashMap<>();
    private boolean isFirst = true;
    private String reference;

    DistanceTables(final ExecutionContext context, final DistancePoints points) {
        summary = new RowTable(summarySpec(), context);
        histogram = new RowTable(histogramSpec(), context);
        hasArea = points == DistancePoints.SURFACE;
    }

    static DataTableSpec summarySpec() {
        return spec(SeriesColumns.column("Samples", LongCell.TYPE), NUMBERS);
    }

    static DataTableSpec histogramSpec() {
        return spec(SeriesColumns.column("Distance [µm]", DoubleCell.TYPE),
            List.of("Part [%]", "Density [1/µm]", "Cumulative [%]"));
    }

    private static DataTableSpec spec(final DataColumnSpec own, final List<String> numbers) {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(List.of(SeriesColumns.column("From", StringCell.TYPE),
            SeriesColumns.column("To", StringCell.TYPE), own));
        columns.addAll(List.of(Cells.columns(numbers)));
        return Cells.spec(columns);
    }

    /** Both directions of a scan, first there and then back. */
    void add(final MeasuredDistances scan) {
        if (scan.there().count() > 0 && first.isEmpty()) {
            first.put(true, scan.there());
            first.put(false, scan.back());
            reference = isFirst ? null : scan.step().name();
        }
        isFirst = false;
        add(scan, true);
        add(scan, false);
    }

    private void add(final MeasuredDistances scan, final boolean there) {
        final DistanceDistribution distances = scan.distances(there);
        final DistanceDistribution before = first.getOrDefault(there, distances);
        final List<DataCell> cells = directed(scan, there);
        cells.add(new LongCell(distances.count()));
        cells.add(Cells.number(hasArea && distances.count() > 0 ? distances.weight() : Double.NaN));
        Cells.addNumbers(cells, distances.mean(), distances.rms(), distances.standardDeviation(),
            distances.min());
        for (final double part : QUANTILES) {
            cells.add(Cells.number(distances.quantile(part)));
        }
        cells.add(Cells.number(distances.max()));
        cells.add(Cells.number(scan.hausdorff()));
        cells.add(Cells.number(Cells.change(distances.mean(), before.mean())));
        cells.add(Cells.number(Cells.change(distances.max(), before.max())));
        summary.add(cells);
        addBins(scan, there);
    }

    private static List<DataCell> directed(final MeasuredDistances scan, final boolean there) {
        final List<DataCell> cells = scan.step().cells();
        cells.add(new StringCell(scan.from(there)));
        cells.add(new StringCell(scan.from(!there)));
        return cells;
    }

    private void addBins(final MeasuredDistances scan, final boolean there) {
        final DistanceDistribution distances = scan.distances(there);
        double cumulative = 0;
        for (int bin = 0; bin < distances.bins(); bin++) {
            final double share = distances.share(bin);
            cumulative += share;
            final List<DataCell> cells = directed(scan, there);
            cells.add(new DoubleCell((bin + 0.5) * scan.binWidth()));
            cells.add(new DoubleCell(100 * share));
            cells.add(new DoubleCell(share / scan.binWidth()));
            cells.add(new DoubleCell(100 * cumulative));
            histogram.add(cells);
        }
    }

    /** What to tell where changes do not refer to the first scan; null where they do. */
    String referenceWarning() {
        return reference == null ? null : "Changes refer to " + reference + ", the first scan with distances.";
    }

    BufferedDataTable closeSummary() {
        return summary.close();
    }

    BufferedDataTable closeHistogram() {
        return histogram.close();
    }
}
