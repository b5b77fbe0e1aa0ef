// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.tracking.Track;
import org.electrode4d.segmentation.tracking.TrackPoint;
import org.electrode4d.segmentation.tracking.Tracks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of tracks: one row per track and scan in which it is. */
final class TrackTable {

    private static final List<String> NUMBERS = List.of("Centre x [µm]", "Centre y [µm]", "Centre z [µm]",
        "Displacement x [µm]", "Displacement y [µm]", "Displacement z [µm]", "Step displacement x [µm]",
        "Step displacement y [µm]", "Step displacement z [µm]", "Distance to collector [µm]",
        "Displacement from collector [µm]", "Volume [µm³]", "Volume ratio [-]", "Step volume ratio [-]");

    private final TrackingSeries series;
    private final CollectorPlane collector;

    TrackTable(final TrackingSeries series, final CollectorPlane collector) {
        this.series = series;
        this.collector = collector;
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(SeriesColumns.column("Track", IntCell.TYPE),
            SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), SeriesColumns.column("Label", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Event", StringCell.TYPE));
        columns.add(SeriesColumns.column("Fate", StringCell.TYPE));
        columns.add(SeriesColumns.column("Score [-]", DoubleCell.TYPE));
        columns.add(SeriesColumns.column("Flag", StringCell.TYPE));
        columns.add(SeriesColumns.column("Parent", IntCell.TYPE));
        columns.add(SeriesColumns.column("Merged tracks", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    BufferedDataTable write(final Tracks tracks, final ExecutionContext context, final Progress progress) {
        final BufferedDataContainer container = context.createDataContainer(spec());
        for (final Track track : tracks.all()) {
            progress.check();
            for (final TrackPoint point : track.points()) {
                container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells(track, point)));
            }
        }
        container.close();
        return container.getTable();
    }

    private List<DataCell> cells(final Track track, final TrackPoint point) {
        final TrackingSeries.Scan scan = series.scans().get(point.scan());
        final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(track.id()), scan.step().nameCell(),
            scan.step().timeCell(), new IntCell(point.particle().label())));
        for (final double number : numbers(track, point)) {
            cells.add(Cells.number(number));
        }
        cells.add(new StringCell(point.event().toString()));
        cells.add(new StringCell(point.fate().toString()));
        cells.add(Double.isNaN(point.score()) ? new MissingCell("No link leads here.") : new DoubleCell(point.score()));
        cells.add(point.flag().isEmpty() ? new MissingCell("No link leads here.") : new StringCell(point.flag()));
        cells.add(track.parent() == 0 ? new MissingCell("The track did not split from another one.")
            : new IntCell(track.parent()));
        cells.add(point.merged().isEmpty() ? new MissingCell("No track ended in this particle.") : new StringCell(
            point.merged().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        return cells;
    }

    /** Missing where a track began after the first scan, or at its first point. */
    private double[] numbers(final Track track, final TrackPoint point) {
        final Point unknown = new Point(Double.NaN, Double.NaN, Double.NaN);
        final Point centre = point.particle().centre();
        final Point since = track.displacement(point.scan()).orElse(unknown);
        final Optional<TrackPoint> before = track.before(point);
        final Point step = before.map(b -> centre.minus(b.particle().centre())).orElse(unknown);
        final double volume = point.particle().volume();
        return new double[]{centre.x(), centre.y(), centre.z(), since.x(), since.y(), since.z(), step.x(), step.y(),
            step.z(), collector.distance(centre), collector.away(since), volume,
            track.first().scan() == 0 ? volume / track.first().particle().volume() : Double.NaN,
            before.map(b -> volume / b.particle().volume()).orElse(Double.NaN)};
    }
}
