// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.electrode4d.volume.Point;

/**
 * A phantom of silicon particles in an electrode that swells, with the truth of which is which. Collector at z = 0,
 * separator above. Hard balls (log-normal diameters, median 4.5 µm) fill 31 % of 80 x 80 x 20.7 µm at T0. The thickness
 * of the electrode follows Häusler et al. (2026) over T0 to T6; strain grows with the height (0.7 to 1.3 of its mean)
 * and varies laterally by 15 %. Every centre has a scatter of 0.1 µm along each axis, every volume shrinks by 6 % per
 * step with a scatter of 15 %. Per step 2 % of the particles are not seen (once), 2 % split, 1 % are born, and 1 % of
 * those that touch another one merge with it.
 */
final class MovingParticles {

    /** Thickness of the electrode in µm, T0 to T6; the paper has T0, T3 and T6 and the steps between roughly. */
    static final double[] THICKNESS = {20.7, 21.4, 22.7, 25.8, 27.4, 29.1, 30.0};
    private static final double WIDTH = 80;
    private static final double SCATTER = 0.1;
    private static final double SHRINKAGE = -0.06;
    private static final double VOLUME_SCATTER = 0.15;

    private final Random random;
    private final double stress;
    private final List<List<Body>> scans = new ArrayList<>();
    private int bodies;

    /**
     * A piece of silicon.
     *
     * @param home its place in the electrode at T0
     * @param parents what it was before, where it is new
     */
    private record Body(int id, Point home, double volume, Set<Integer> parents) {

        double radius() {
            return Math.cbrt(3 * volume / (4 * Math.PI));
        }
    }

    /** What the scans show, and which particles (by label) of a scan are which in the next. */
    record Series(List<TrackedScan> scans, List<Set<List<Integer>>> truth, double spacing, double largestStep) {
    }

    private MovingParticles(final long seed, final double stress) {
        random = new Random(seed);
        this.stress = stress;
    }

    /** @param stress how many times the swelling of the paper */
    static Series series(final int count, final long seed, final double stress) {
        final MovingParticles phantom = new MovingParticles(seed, stress);
        phantom.fill(count);
        for (int scan = 1; scan < THICKNESS.length; scan++) {
            phantom.next();
        }
        return phantom.observe();
    }

    private static double volume(final double radius) {
        return 4 * Math.PI / 3 * radius * radius * radius;
    }

    private void fill(final int count) {
        final List<Double> radii = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            radii.add(Math.max(1.25, Math.min(4.5, 2.25 * Math.exp(0.35 * random.nextGaussian()))));
        }
        radii.sort(Comparator.reverseOrder());
        final double width = WIDTH * Math.sqrt(count / 500.0);
        final List<Body> placed = new ArrayList<>();
        for (final double r : radii) {
            Point home;
            do {
                home = new Point(width * random.nextDouble(), width * random.nextDouble(),
                    r + (THICKNESS[0] - 2 * r) * random.nextDouble());
            } while (isTaken(placed, home, r));
            placed.add(new Body(++bodies, home, volume(r), Set.of()));
        }
        scans.add(placed);
    }

    private static boolean isTaken(final List<Body> placed, final Point home, final double radius) {
        return placed.stream().anyMatch(body -> body.home.distance(home) < body.radius() + radius);
    }

    private void next() {
        final List<Body> next = new ArrayList<>();
        final List<Body> last = new ArrayList<>(scans.get(scans.size() - 1));
        final Set<Integer> gone = new HashSet<>();
        for (final Body body : last) {
            if (random.nextDouble() < 0.01 && !gone.contains(body.id)) {
                last.stream().filter(other -> other.id != body.id && !gone.contains(other.id)
                    && other.home.distance(body.home) < 1.2 * (other.radius() + body.radius())).findFirst()
                    .ifPresent(other -> {
                        gone.addAll(List.of(body.id, other.id));
                        final double volume = body.volume + other.volume;
                        next.add(new Body(++bodies, body.home.times(body.volume / volume)
                            .plus(other.home.times(other.volume / volume)), volume, Set.of(body.id, other.id)));
                    });
            }
        }
        for (final Body body : last) {
            if (gone.contains(body.id)) {
                continue;
            } else if (random.nextDouble() < 0.02) {
                split(body, next);
            } else {
                next.add(new Body(body.id, body.home, body.volume, Set.of()));
            }
        }
        final int births = (int)Math.round(0.01 * last.size());
        for (int i = 0; i < births; i++) {
            next.add(new Body(++bodies, new Point(WIDTH * random.nextDouble(), WIDTH * random.nextDouble(),
                THICKNESS[0] * random.nextDouble()), volume(1.2 + random.nextDouble()), Set.of()));
        }
        scans.add(next.stream().map(body -> new Body(body.id, body.home,
            body.volume * Math.exp(SHRINKAGE + VOLUME_SCATTER * random.nextGaussian()), body.parents)).toList());
    }

    private void split(final Body body, final List<Body> next) {
        final double share = 0.2 + 0.6 * random.nextDouble();
        final Point direction =
            new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        final Point apart = direction.times(1.3 * body.radius() / direction.norm());
        next.add(new Body(++bodies, body.home.plus(apart.times(1 - share)), share * body.volume, Set.of(body.id)));
        next.add(new Body(++bodies, body.home.minus(apart.times(share)), (1 - share) * body.volume,
            Set.of(body.id)));
    }

    private Point place(final Point home, final int scan) {
        final double strain = stress * (THICKNESS[scan] / THICKNESS[0] - 1) * (1 + 0.15 * Math.sin(home.x() / 6));
        final double u = strain * home.z() * (0.7 + 0.3 * home.z() / THICKNESS[0]);
        return new Point(home.x(), home.y(), home.z() + u).plus(new Point(random.nextGaussian(),
            random.nextGaussian(), random.nextGaussian()).times(SCATTER));
    }

    private Series observe() {
        final List<Map<Integer, Integer>> labels = new ArrayList<>();
        final List<TrackedScan> observed = new ArrayList<>();
        double spacing = 0;
        for (int scan = 0; scan < scans.size(); scan++) {
            final List<Body> seen = new ArrayList<>(scans.get(scan).stream()
                .filter(body -> random.nextDouble() >= 0.02).toList());
            Collections.shuffle(seen, random);
            final Map<Integer, Integer> label = new LinkedHashMap<>();
            final List<Observation> particles = new ArrayList<>();
            for (final Body body : seen) {
                label.put(body.id, label.size() + 1);
                particles.add(new Observation(label.size(), place(body.home, scan), body.volume));
            }
            labels.add(label);
            observed.add(new TrackedScan("T" + scan, particles));
            spacing = scan == 0 ? new PointIndex(particles.stream().map(Observation::centre).toList()).spacing()
                : spacing;
        }
        final List<Set<List<Integer>>> truth = new ArrayList<>();
        for (int scan = 0; scan + 1 < scans.size(); scan++) {
            truth.add(truth(labels.get(scan), labels.get(scan + 1), scans.get(scan + 1)));
        }
        return new Series(observed, truth, spacing, stress * 1.15 * (THICKNESS[3] - THICKNESS[2]));
    }

    private static Set<List<Integer>> truth(final Map<Integer, Integer> before, final Map<Integer, Integer> after,
        final List<Body> bodies) {
        final Set<List<Integer>> pairs = new HashSet<>();
        for (final Body body : bodies) {
            final Set<Integer> origins = new HashSet<>(body.parents);
            origins.add(body.id);
            origins.stream().filter(id -> before.containsKey(id) && after.containsKey(body.id))
                .forEach(id -> pairs.add(List.of(before.get(id), after.get(body.id))));
        }
        return pairs;
    }
}
