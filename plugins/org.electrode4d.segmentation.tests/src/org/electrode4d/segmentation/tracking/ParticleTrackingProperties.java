// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

final class ParticleTrackingProperties {

    private static Tracks track(final List<TrackedScan> scans) {
        return ParticleTracking.of(scans, TrackingSettings.DEFAULT, Progress.NONE);
    }

    /** The centres of every track, scan by scan. */
    private static Set<List<Point>> paths(final Tracks tracks) {
        final Set<List<Point>> paths = new HashSet<>();
        tracks.all().forEach(track -> paths.add(
            track.points().stream().map(point -> point.particle().centre()).toList()));
        return paths;
    }

    @Property(tries = 8)
    void otherLabelsGiveTheSameTracks(@ForAll final long seed) {
        final List<TrackedScan> scans = MovingParticles.series(80, seed, 1.5).scans().subList(0, 4);
        final Random random = new Random(seed);
        final List<TrackedScan> permuted = new ArrayList<>();
        for (final TrackedScan scan : scans) {
            final List<Observation> particles = new ArrayList<>(scan.particles());
            Collections.shuffle(particles, random);
            final List<Observation> renamed = new ArrayList<>();
            for (final Observation particle : particles) {
                renamed.add(new Observation(renamed.size() + 1, particle.centre(), particle.volume()));
            }
            permuted.add(new TrackedScan(scan.name(), renamed));
        }
        assertEquals(paths(track(scans)), paths(track(permuted)));
    }

    @Property(tries = 8)
    void pureMovesBackwardsAreTheSameLinks(@ForAll final long seed,
        @ForAll @DoubleRange(min = -1, max = 1) final double x,
        @ForAll @DoubleRange(min = 0, max = 0.1) final double e) {
        final List<Observation> before = MovingParticles.series(80, seed, 1).scans().get(0).particles();
        final List<Observation> after = before.stream().map(p -> p.at(new Point(p.centre().x() + x, p.centre().y(),
            p.centre().z() * (1 + e)))).toList();
        final Map<List<Integer>, Boolean> forwards =
            LinkScore.links(track(List.of(new TrackedScan("T0", before), new TrackedScan("T1", after))), 0);
        final Tracks mirrored = track(List.of(new TrackedScan("T1", after), new TrackedScan("T0", before)));
        assertEquals(before.size(), forwards.size());
        assertEquals(forwards.keySet(), LinkScore.links(mirrored, 0).keySet());
        assertEquals(0, mirrored.count(0, TrackFate.DIES));
        assertEquals(0, mirrored.count(1, TrackEvent.BORN));
    }
}
