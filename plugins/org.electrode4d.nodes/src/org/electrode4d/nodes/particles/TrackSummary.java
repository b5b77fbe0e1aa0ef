// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.tracking.DepthProfile;
import org.electrode4d.segmentation.tracking.TrackEvent;
import org.electrode4d.segmentation.tracking.TrackFate;
import org.electrode4d.segmentation.tracking.TrackPoint;
import org.electrode4d.segmentation.tracking.Tracks;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What happened at each step, and displacement against depth. */
final class TrackSummary {

    private static final List<String> COUNTS = List.of("Particles", "Linked particles", "Flagged links", "Gaps closed",
        "Births", "Split parts", "Merged particles", "Deaths after");
    private static final List<String> NUMBERS = List.of("Gate radius [µm]", "Mean displacement from collector [µm]",
        "SD of displacement from collector [µm]", "Axial strain [-]", "Error of axial strain [-]",
        "Displacement at collector [µm]", "R² [-]");
    private static final List<String> BINS = List.of("From distance [µm]", "To distance [µm]",
        "Mean displacement from collector [µm]", "SD of displacement from collector [µm]");

    private final TrackingSeries series;

    TrackSummary(final TrackingSeries series) {
        this.series = series;
    }

    private static List<DataColumnSpec> heads() {
        return new ArrayList<>(List.of(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE)));
    }

    static DataTableSpec stepsSpec() {
        final List<DataColumnSpec> columns = heads();
        COUNTS.forEach(name -> columns.add(SeriesColumns.column(name, LongCell.TYPE)));
        columns.add(SeriesColumns.column("Particles in fit", LongCell.TYPE));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec profileSpec() {
        final List<DataColumnSpec> columns = heads();
        BINS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Particles", LongCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private List<DataCell> head(final int scan) {
        return new ArrayList<>(List.of(series.scans().get(scan).step().nameCell(),
            series.scans().get(scan).step().timeCell()));
    }

    /** @param profiles of the scans, in order */
    BufferedDataTable steps(final Tracks tracks, final List<DepthProfile> profiles, final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(stepsSpec());
        for (int scan = 0; scan < profiles.size(); scan++) {
            final List<DataCell> cells = head(scan);
            for (final long count : counts(tracks, scan)) {
                cells.add(new LongCell(count));
            }
            cells.add(new LongCell(profiles.get(scan).count()));
            for (final double number : numbers(tracks, scan, profiles.get(scan))) {
                cells.add(Cells.number(number));
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
        }
        container.close();
        return container.getTable();
    }

    private static long[] counts(final Tracks tracks, final int scan) {
        final List<TrackPoint> points = tracks.all().stream().flatMap(track -> track.at(scan).stream()).toList();
        return new long[]{points.size(), points.stream().filter(p -> !Double.isNaN(p.score())).count(),
            points.stream().filter(p -> !p.flags().isEmpty()).count(), tracks.count(scan, TrackEvent.GAP),
            tracks.count(scan, TrackEvent.BORN), tracks.count(scan, TrackEvent.SPLIT),
            tracks.count(scan, TrackEvent.MERGED), tracks.count(scan, TrackFate.DIES)};
    }

    private static double[] numbers(final Tracks tracks, final int scan, final DepthProfile profile) {
        final DepthProfile.Bin all = profile.whole();
        return new double[]{scan == 0 ? Double.NaN : tracks.gates().get(scan - 1), all.mean(), all.deviation(),
            profile.slope(), profile.slopeError(), profile.intercept(), profile.determination()};
    }

    /** One row per scan and bin. */
    BufferedDataTable profile(final List<DepthProfile> profiles, final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(profileSpec());
        for (int scan = 0; scan < profiles.size(); scan++) {
            for (final DepthProfile.Bin bin : profiles.get(scan).bins()) {
                final List<DataCell> cells = head(scan);
                for (final double number : new double[]{bin.from(), bin.to(), bin.mean(), bin.deviation()}) {
                    cells.add(Cells.number(number));
                }
                cells.add(new LongCell(bin.count()));
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
            }
        }
        container.close();
        return container.getTable();
    }
}
