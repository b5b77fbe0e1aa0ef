// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Region;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Takes the drift of the sample out of a series: every scan is registered rigidly to the first, or to the one before,
 * by what is rigid in it. In an electrode that swells this is the current collector.
 *
 * <pre>{@code
 * SeriesAlignment series = new SeriesAlignment(AlignmentSettings.defaults());
 * series.add(AlignmentScan.of(t0), Progress.NONE);
 * Volume aligned = series.add(AlignmentScan.of(t1), Progress.NONE).aligned();
 * }</pre>
 *
 * <p>Scans are given in the order of time. What a step costs: a smoothing of the scan as far as its collector reaches,
 * and some twenty passes over the region. Memory: one number per column of voxels for a scan, and what
 * {@link org.electrode4d.correlation.RegionRegistration} takes. Not for several threads at once.
 */
public final class SeriesAlignment {

    private static final double OWN_SHARE = 0.3;

    private final AlignmentSettings settings;
    private ScanState reference;
    private Transformation toReference = Transformation.IDENTITY;
    private ScanAlignment.Frame frame;

    public SeriesAlignment(final AlignmentSettings settings) {
        this.settings = settings;
    }

    /**
     * Aligns the next scan; the first stays where it is, or is levelled.
     *
     * @throws CorrelationException if the collector or mask of a reference is missing or empty, or if voxels differ in
     *     number or size from those of the first scan, or if the collector is at another face than in the first
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public ScanAlignment add(final AlignmentScan scan, final Progress progress) {
        final boolean first = reference == null;
        if (!first) {
            new VolumePair(reference.scan().volume(), scan.volume());
        }
        final ScanState state = ScanState.of(scan, settings, Optional.ofNullable(reference),
            progress.part(0, first ? 1 : OWN_SHARE));
        if (first) {
            frame = frame(state);
            reference = state;
            return new ScanAlignment(state, unmoved(), Transformation.IDENTITY, frame, settings.accuracy());
        }
        final MatchedScan match = ScanMatch.of(reference, state, settings, progress.part(OWN_SHARE, 1));
        final Transformation fromFirst = match.map().after(toReference);
        if (settings.toPrevious()) {
            reference = state;
            toReference = fromFirst;
        }
        return new ScanAlignment(state, match, fromFirst, frame, settings.accuracy());
    }

    private static MatchedScan unmoved() {
        return new MatchedScan(Transformation.IDENTITY, NodeStatus.NOT_RUN, Map.of(), Double.NaN, Double.NaN,
            List.of());
    }

    private ScanAlignment.Frame frame(final ScanState first) {
        final Volume volume = first.scan().volume();
        final VolumePair itself = new VolumePair(volume, volume);
        final Region region = first.region().orElseThrow();
        final Optional<CollectorPlane> plane = first.plane();
        final Point middle = plane.map(CollectorPlane::centroid)
            .orElseGet(() -> region.centre().times(volume.voxelSize()));
        final Transformation level = settings.level() ? plane.map(p -> PlaneMotion.about(p.centroid(),
            PlaneMotion.turn(new Point(0, 0, 1), PlaneMotion.upwards(p.normal())), Point.ORIGIN, itself))
            .orElse(Transformation.IDENTITY) : Transformation.IDENTITY;
        return new ScanAlignment.Frame(plane, middle, level, volume.origin());
    }
}
