// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.geodesic.DepthInterval;
import org.electrode4d.transport.geodesic.DepthInterval.Connections;
import org.electrode4d.transport.geodesic.PathMetric;
import org.electrode4d.transport.geodesic.ShortestPath;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Numbers with depth, numbers of whole scans, and the points of paths. */
final class TortuosityTables {

    private static final List<String> TORTUOSITY = List.of("Mean tortuosity%s [-]", "Median tortuosity%s [-]",
        "Minimum tortuosity%s [-]", "Reachable pore%s [%%]");

    private static final List<String> CONNECTIONS =
        List.of("Connections", "Connections over corners", "Reachable pixels", "Links to the next slice");

    private static final List<String> SUMMARY = List.of("Porosity [%]", "Reachable pore [%]",
        "Volume of reachable pore [µm³]", "Surface of reachable pore [µm²]", "Deepest reached [µm]",
        "Mean tortuosity, far side [-]", "Median tortuosity, far side [-]", "Reachable pore, far side [%]",
        "Connections, far side", "Shortest path through [µm]", "Tortuosity of the shortest path [-]");

    private final RowTable profiles;

    private final RowTable summaries;

    private final RowTable paths;

    TortuosityTables(final List<PathMetric> metrics, final ExecutionContext context) {
        profiles = new RowTable(profileSpec(metrics), context);
        summaries = new RowTable(summarySpec(), context);
        paths = new RowTable(pathSpec(), context);
    }

    /** One row per scan and depth; the second kind of paths of a bracket has columns of its own. */
    static DataTableSpec profileSpec(final List<PathMetric> metrics) {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.add(SeriesColumns.column("Depth [µm]", DoubleCell.TYPE));
        columns.add(SeriesColumns.column("Slices", IntCell.TYPE));
        columns.add(SeriesColumns.column("Porosity [%]", DoubleCell.TYPE));
        columns.addAll(List.of(Cells.columns(tortuosityNames(""))));
        columns.addAll(List.of(Cells.columns(CONNECTIONS)));
        metrics.stream().skip(1)
            .forEach(metric -> columns.addAll(List.of(Cells.columns(tortuosityNames(", " + metric.title())))));
        return Cells.spec(columns);
    }

    private static List<String> tortuosityNames(final String of) {
        return TORTUOSITY.stream().map(name -> String.format(name, of)).toList();
    }

    /** One row per scan and kind of paths. */
    static DataTableSpec summarySpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.add(SeriesColumns.column("Paths", StringCell.TYPE));
        columns.add(SeriesColumns.column("Pore voxels", LongCell.TYPE));
        columns.add(SeriesColumns.column("Reachable voxels", LongCell.TYPE));
        columns.addAll(List.of(Cells.columns(SUMMARY)));
        return Cells.spec(columns);
    }

    /** One row per point. */
    static DataTableSpec pathSpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.add(SeriesColumns.column("Paths", StringCell.TYPE));
        columns.add(SeriesColumns.column("Point", IntCell.TYPE));
        columns.addAll(List.of(Cells.columns(List.of("x [µm]", "y [µm]", "z [µm]", "Way from the entry [µm]"))));
        return Cells.spec(columns);
    }

    void add(final TortuosityScan scan) {
        final List<TortuosityScan.Result> results = scan.results();
        for (int i = 0; i < results.get(0).profile().size(); i++) {
            final int at = i;
            profiles.add(profile(scan.step(), results.stream().map(result -> result.profile().get(at)).toList()));
        }
        for (final TortuosityScan.Result result : results) {
            summaries.add(summary(scan.step(), result));
            result.listed().ifPresent(path -> addPath(scan.step(), result.metric(), path));
        }
    }

    private static List<DataCell> profile(final ScanStep step, final List<DepthInterval> intervals) {
        final DepthInterval first = intervals.get(0);
        final List<DataCell> cells = step.cells();
        cells.add(new DoubleCell(first.depth()));
        cells.add(new IntCell(first.slices()));
        cells.add(new DoubleCell(100.0 * first.pores().pore() / first.pores().voxels()));
        addTortuosity(cells, first);
        final Connections connections = first.connections();
        cells.add(new DoubleCell(connections.areas()));
        cells.add(new DoubleCell(connections.areasWithCorners()));
        cells.add(new DoubleCell(connections.pixels()));
        cells.add(Cells.number(connections.links()));
        intervals.stream().skip(1).forEach(interval -> addTortuosity(cells, interval));
        return cells;
    }

    private static void addTortuosity(final List<DataCell> cells, final DepthInterval interval) {
        cells.add(new DoubleCell(interval.tortuosity().mean()));
        cells.add(new DoubleCell(interval.tortuosity().median()));
        cells.add(new DoubleCell(interval.tortuosity().minimum()));
        cells.add(Cells.number(100 * interval.pores().reachablePart()));
    }

    private static List<DataCell> summary(final ScanStep step, final TortuosityScan.Result result) {
        final TortuosityScan.Pore pore = result.pore();
        final TortuosityScan.Through through = result.through();
        final DepthInterval last = through.last();
        final List<DataCell> cells = step.cells();
        cells.add(new StringCell(result.metric().title()));
        cells.add(new LongCell(pore.voxels()));
        cells.add(new LongCell(pore.reachableVoxels()));
        Cells.addNumbers(cells, 100 * pore.part(), 100.0 * pore.reachableVoxels() / pore.voxels(),
            pore.reachable().volume(), pore.reachable().surface(), through.deepest(), last.tortuosity().mean(),
            last.tortuosity().median(), 100 * last.pores().reachablePart(), last.connections().areas(),
            through.length(), last.tortuosity().minimum());
        return cells;
    }

    private void addPath(final ScanStep step, final PathMetric metric, final ShortestPath path) {
        double way = 0;
        for (int i = 0; i < path.points().size(); i++) {
            final Point point = path.points().get(i);
            way += i == 0 ? 0 : point.distance(path.points().get(i - 1));
            final List<DataCell> cells = step.cells();
            cells.add(new StringCell(metric.title()));
            cells.add(new IntCell(i));
            cells.addAll(List.of(new DoubleCell(point.x()), new DoubleCell(point.y()), new DoubleCell(point.z()),
                new DoubleCell(way)));
            paths.add(cells);
        }
    }

    BufferedDataTable closeProfiles() {
        return profiles.close();
    }

    BufferedDataTable closeSummaries() {
        return summaries.close();
    }

    BufferedDataTable closePaths() {
        return paths.close();
    }
}
