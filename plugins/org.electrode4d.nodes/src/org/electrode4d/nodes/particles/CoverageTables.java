// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.coverage.Cover;
import org.electrode4d.segmentation.coverage.ParticleCoverage;
import org.electrode4d.segmentation.coverage.SeiThickness;
import org.electrode4d.segmentation.coverage.SurfaceCoverage;
import org.electrode4d.volume.statistics.OrderStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What is told of covered surfaces: a row per particle, one per scan, and the histogram of the SEI's thickness. */
final class CoverageTables {

    private static final List<String> COMMON = List.of("Area [µm²]", "Free [%]", "CBD-covered [%]", "SEI-covered [%]",
        "Touching [%]", "Excluded area [µm²]", "SEI thickness, mean [nm]", "SEI thickness, SD [nm]",
        "SEI thickness, 1st quartile [nm]", "SEI thickness, median [nm]", "SEI thickness, 3rd quartile [nm]");

    private static final List<String> OVER_PARTICLES = List.of("Mean SEI thickness of particles, 1st quartile [nm]",
        "Mean SEI thickness of particles, median [nm]", "Mean SEI thickness of particles, 3rd quartile [nm]");

    private final RowTable particles;
    private final RowTable totals;
    private final RowTable histogram;
    private final int bins;

    CoverageTables(final ExecutionContext context, final int bins) {
        particles = new RowTable(particles(), context);
        totals = new RowTable(totals(), context);
        histogram = new RowTable(histogram(), context);
        this.bins = bins;
    }

    private static List<DataColumnSpec> begin(final DataColumnSpec second, final List<String> numbers) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), second));
        columns.addAll(Arrays.asList(Cells.columns(numbers)));
        return columns;
    }

    private static DataTableSpec withRays(final DataColumnSpec second, final DataColumnSpec... more) {
        final List<DataColumnSpec> columns = begin(second, COMMON);
        for (final String name : List.of("SEI rays", "SEI rays cut", "SEI rays that left")) {
            columns.add(SeriesColumns.column(name, LongCell.TYPE));
        }
        columns.addAll(Arrays.asList(more));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec particles() {
        return withRays(SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE),
            SeriesColumns.column("At the border", BooleanCell.TYPE));
    }

    static DataTableSpec totals() {
        return withRays(SeriesColumns.column("Particles", IntCell.TYPE), Cells.columns(OVER_PARTICLES));
    }

    static DataTableSpec histogram() {
        return new DataTableSpec(begin(SeriesColumns.column("SEI thickness [nm]", DoubleCell.TYPE),
            List.of("Area [µm²]", "Part of the SEI-covered area [%]", "Particles with this mean [%]"))
                .toArray(DataColumnSpec[]::new));
    }

    void add(final ScanStep scan, final SurfaceCoverage.Result result) {
        result.particles().forEach((label, coverage) -> {
            final List<DataCell> cells = cells(scan, new IntCell(label), coverage);
            cells.add(coverage.atBorder() ? BooleanCell.TRUE : BooleanCell.FALSE);
            particles.add(cells);
        });
        final double[] means = result.particles().values().stream().mapToDouble(coverage -> coverage.sei().mean())
            .filter(Double::isFinite).sorted().toArray();
        final List<DataCell> total = cells(scan, new IntCell(result.particles().size()), result.total());
        for (final double part : new double[]{0.25, 0.5, 0.75}) {
            total.add(Cells.number(OrderStatistics.quantile(means, part)));
        }
        totals.add(total);
        addHistogram(scan, result.total(), means);
    }

    private static List<DataCell> cells(final ScanStep scan, final DataCell second, final ParticleCoverage coverage) {
        final SeiThickness sei = coverage.sei();
        final List<DataCell> cells =
            new ArrayList<>(List.of(scan.nameCell(), scan.timeCell(), second));
        for (final double number : new double[]{coverage.area(), coverage.share(Cover.FREE),
            coverage.share(Cover.CBD), coverage.share(Cover.SEI), coverage.share(Cover.TOUCHING),
            coverage.excludedArea(), sei.mean(), sei.standardDeviation(), sei.quartile1(), sei.median(),
            sei.quartile3()}) {
            cells.add(Cells.number(number));
        }
        for (final long rays : new long[]{sei.rays(), sei.cut(), sei.left()}) {
            cells.add(new LongCell(rays));
        }
        return cells;
    }

    private void addHistogram(final ScanStep scan, final ParticleCoverage total, final double[] means) {
        final double[] areas = rebinned(total.histogram(), bins);
        final double all = Arrays.stream(areas).sum();
        final double width = total.histogramEnd() / bins;
        for (int bin = 0; bin < bins; bin++) {
            final int place = bin;
            final long count =
                Arrays.stream(means).filter(mean -> Math.min(bins - 1, (int)(mean / width)) == place).count();
            histogram.add(List.of(scan.nameCell(), scan.timeCell(),
                new DoubleCell((bin + 0.5) * width), new DoubleCell(areas[bin]), Cells.number(100 * areas[bin] / all),
                Cells.number(100.0 * count / means.length)));
        }
    }

    /** The same areas in fewer bins; a bin that falls onto two is divided between them. */
    static double[] rebinned(final double[] fine, final int bins) {
        final double[] areas = new double[bins];
        for (int i = 0; i < fine.length; i++) {
            final double from = (double)i * bins / fine.length;
            final double to = (double)(i + 1) * bins / fine.length;
            final int first = (int)from;
            final double inFirst = Math.min(1, (Math.min(to, first + 1) - from) / (to - from));
            areas[first] += inFirst * fine[i];
            if (first + 1 < bins) {
                areas[first + 1] += (1 - inFirst) * fine[i];
            }
        }
        return areas;
    }

    BufferedDataTable closeParticles() {
        return particles.close();
    }

    BufferedDataTable closeTotals() {
        return totals.close();
    }

    BufferedDataTable closeHistogram() {
        return histogram.close();
    }
}
