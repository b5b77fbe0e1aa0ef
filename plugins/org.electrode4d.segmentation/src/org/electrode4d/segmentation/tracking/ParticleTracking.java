// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Follows particles through the scans of a series: a global assignment from each scan to the next (Jonker and Volgenant
 * 1987), whose cost compares displacement, volume and overlap, with births, deaths, splits, merges and, if wanted, gaps
 * of one scan. Positions are µm in the coordinates that all scans share: align the series before. Häusler et al., EES
 * Batteries (2026), Fig. S9, follow centres of mass in the same way; they do not say how particles were paired.
 *
 * <p>The result depends neither on the order of particles nor on the labels of later scans, apart from the numbers of
 * tracks that begin there. O(n log n) for n particles at a given density; memory is that of the particles.
 */
public final class ParticleTracking {

    private static final Comparator<Observation> ORDER = Comparator
        .<Observation>comparingDouble(p -> p.centre().z()).thenComparingDouble(p -> p.centre().y())
        .thenComparingDouble(p -> p.centre().x()).thenComparingDouble(Observation::volume)
        .thenComparingInt(Observation::label);

    private ParticleTracking() {
    }

    /** Tracks of all particles; none where there are no scans. */
    public static Tracks of(final List<TrackedScan> series, final TrackingSettings settings, final Progress progress) {
        final List<List<Observation>> scans =
            series.stream().map(scan -> scan.particles().stream().sorted(ORDER).toList()).toList();
        final List<List<Link>> links = new ArrayList<>();
        final List<Double> gates = new ArrayList<>();
        for (int i = 0; i + 1 < scans.size(); i++) {
            final Progress part = progress.part(i / (scans.size() - 1.0), (i + 1) / (scans.size() - 1.0));
            part.check();
            part.report(0, "Tracking particles of " + series.get(i).name());
            final ScanLinker linker =
                new ScanLinker(settings, scans.get(i), scans.get(i + 1), series.get(i).toNext());
            links.add(linker.link(series.get(i).overlap(), part));
            gates.add(linker.gate());
        }
        final List<List<Link>> closed = new ArrayList<>();
        final GapClosing gaps = new GapClosing(settings, scans, links);
        for (int i = 0; settings.gaps() && i + 2 < scans.size(); i++) {
            progress.check();
            final TrackedScan first = series.get(i);
            final TrackedScan second = series.get(i + 1);
            final List<Optional<Point>> carried = scans.get(i).stream()
                .map(particle -> first.toNext().apply(particle.centre()).flatMap(second.toNext())).toList();
            closed.add(gaps.over(i, carried, Math.max(gates.get(i), gates.get(i + 1))));
        }
        return new Tracks(series.stream().map(TrackedScan::name).toList(), gates,
            scans.isEmpty() ? List.of() : TrackBuilder.build(scans, links, closed));
    }
}
