// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;


import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.tracking.DepthProfile;
import org.electrode4d.segmentation.tracking.Track;
import org.electrode4d.segmentation.tracking.Tracks;
import org.electrode4d.volume.picture.ColourMap;

/** Draws the tracks: distance to the collector over the steps (Fig. S9 of Häusler et al. 2026), and its profile. */
final class TrackPictures {

    private static final int HEIGHT = 240;
    private static final double LIGHTEST = 0.9;

    private final Tracks tracks;
    private final CollectorPlane collector;

    TrackPictures(final Tracks tracks, final CollectorPlane collector) {
        this.tracks = tracks;
        this.collector = collector;
    }

    /** Trajectories and displacement; none without tracks. */
    List<PictureTable.Drawing> drawings(final List<DepthProfile> profiles) {
        return tracks.all().isEmpty() ? List.of()
            : List.of(new PictureTable.Drawing("Trajectories", "trajectories", this::trajectories),
                new PictureTable.Drawing("Displacement against distance to the collector", "displacement",
                    () -> displacement(profiles)));
    }

    private double start(final Track track) {
        return collector.distance(track.first().particle().centre());
    }

    /** A line per particle of the first scan, dark at the collector and light at the separator. */
    private BufferedImage trajectories() {
        final List<Track> shown = tracks.all().stream().filter(track -> track.first().scan() == 0)
            .sorted(Comparator.comparingDouble(this::start)).toList();
        final double nearest = shown.isEmpty() ? 0 : start(shown.get(0));
        final double extent = shown.isEmpty() ? 1 : Math.max(1e-9, start(shown.get(shown.size() - 1)) - nearest);
        final double[] x = IntStream.range(0, tracks.scans().size()).asDoubleStream().toArray();
        final List<PlotSeries> series = new ArrayList<>();
        for (final Track track : shown) {
            final double[] y = IntStream.range(0, x.length).mapToDouble(scan -> track.isCertain(scan)
                ? track.at(scan).map(point -> collector.distance(point.particle().centre())).orElse(Double.NaN)
                : Double.NaN).toArray();
            final String name = series.isEmpty() ? "nearest to collector"
                : series.size() == shown.size() - 1 ? "nearest to separator" : "";
            series.add(new PlotSeries(name, new Color(ColourMap.VIRIDIS.rgb(LIGHTEST * (start(track) - nearest)
                / extent)), x, y, Style.LINE));
        }
        return picture("Trajectories of particles", PlotAxis.of("Step", tracks.scans()),
            "Distance to collector [µm]", series);
    }

    /** A line per step through the means of the bins, with a band of one standard deviation. */
    private BufferedImage displacement(final List<DepthProfile> profiles) {
        final List<PlotSeries> series = new ArrayList<>();
        for (int scan = 1; scan < profiles.size(); scan++) {
            final List<DepthProfile.Bin> bins = profiles.get(scan).bins();
            final double part = LIGHTEST * (scan - 1) / Math.max(1, profiles.size() - 2);
            series.add(new PlotSeries(tracks.scans().get(scan), new Color(ColourMap.VIRIDIS.rgb(part)),
                bins.stream().mapToDouble(DepthProfile.Bin::middle).toArray(),
                bins.stream().mapToDouble(DepthProfile.Bin::mean).toArray(),
                bins.stream().mapToDouble(DepthProfile.Bin::deviation).toArray(), Style.MARKERS));
        }
        final double[] distances = series.stream().flatMapToDouble(line -> Arrays.stream(line.x())).toArray();
        return picture("Displacement since " + tracks.scans().get(0) + ", mean ± SD", PlotAxis.around(
            "Distance to collector at " + tracks.scans().get(0) + " [µm]", Arrays.stream(distances).min()
                .orElse(Double.NaN), Arrays.stream(distances).max().orElse(Double.NaN)),
            "Displacement from collector [µm]", series);
    }

    private static BufferedImage picture(final String title, final PlotAxis x, final String quantity,
        final List<PlotSeries> series) {
        final double[] low = series.stream().flatMapToDouble(s -> IntStream.range(0, s.y().length)
            .mapToDouble(i -> s.y()[i] - s.reach(i))).filter(Double::isFinite).toArray();
        final double[] high = series.stream().flatMapToDouble(s -> IntStream.range(0, s.y().length)
            .mapToDouble(i -> s.y()[i] + s.reach(i))).filter(Double::isFinite).toArray();
        return new PlotPicture(List.of(new Plot(title, x, PlotAxis.around(quantity,
            Arrays.stream(low).min().orElse(Double.NaN), Arrays.stream(high).max().orElse(Double.NaN)), series)),
            HEIGHT).render();
    }
}
