// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * Links the particles of two scans, in passes. The first compares them where they were, or where a deformation field
 * carries them, on a scale of a third of the gate. The links that are beyond doubt then tell the scatter of
 * displacement and volume, and the motion that their neighbours are predicted to have ({@link LocalMotion}); with those
 * the next pass finds more, until nothing changes. So what moves little, at the collector, leads to what moves much.
 */
final class ScanLinker {

    private static final int MOST_PASSES = 12;
    private static final double AUTOMATIC_GATE = 2;

    private final TrackingSettings settings;
    private final List<Observation> before;
    private final List<Observation> after;
    private final List<Optional<Point>> carried;
    private final double spacing;
    private final double gate;

    /**
     * Links scans.
     *
     * @param before the earlier particles
     * @param toNext where a position is in the later scan; empty where that is not known
     */
    ScanLinker(final TrackingSettings settings, final List<Observation> before, final List<Observation> after,
        final Function<Point, Optional<Point>> toNext) {
        this.settings = settings;
        this.before = before;
        this.after = after;
        carried = before.stream().map(particle -> toNext.apply(particle.centre())).toList();
        spacing = spacing(before, after);
        gate = settings.gateRadius() > 0 ? settings.gateRadius() : AUTOMATIC_GATE * spacing;
    }

    /** Of the denser scan. Where no scan has two particles, anything may be linked. */
    private static double spacing(final List<Observation> before, final List<Observation> after) {
        final double least = List.of(before, after).stream()
            .mapToDouble(scan -> new PointIndex(scan.stream().map(Observation::centre).toList()).spacing())
            .filter(distance -> distance > 0).min().orElse(Double.NaN);
        return Double.isNaN(least) ? farthest(before, after) : least;
    }

    private static double farthest(final List<Observation> before, final List<Observation> after) {
        return 1e-6 + before.stream().flatMapToDouble(a -> after.stream()
            .mapToDouble(b -> a.centre().distance(b.centre()))).max().orElse(1);
    }

    /** How far a particle may be from where it is predicted, µm. */
    double gate() {
        return gate;
    }

    /** The links; particles without one are in none of them. */
    List<Link> link(final Overlap overlap, final Progress progress) {
        KnownLinks known = new KnownLinks(before, after, new int[0], new int[0], spacing);
        LinkedScans linked = linked(known.predict(carried, false), known, Overlap.Shares.UNKNOWN);
        final Set<List<Integer>> seen = new HashSet<>();
        for (int pass = 0; pass < MOST_PASSES && seen.add(Arrays.stream(linked.assignment()).boxed().toList());
            pass++) {
            progress.check();
            final int[] confident = confident(linked);
            if (confident.length < KnownLinks.LEAST) {
                break;
            }
            known = new KnownLinks(before, after, confident, Arrays.stream(confident).map(linked::to).toArray(),
                spacing);
            linked = linked(known.predict(carried, settings.neighbours()), known, Overlap.Shares.UNKNOWN);
        }
        if (settings.weights().overlap() > 0) {
            final Overlap.Shares shares = overlap.of(displacements(linked.predicted), progress);
            linked = shares == Overlap.Shares.UNKNOWN ? linked : linked(linked.predicted, known, shares);
        }
        return settings.splits() ? new SplitSearch(linked).links() : links(linked);
    }

    private LinkedScans linked(final List<Observation> predicted, final KnownLinks known,
        final Overlap.Shares shares) {
        return new LinkedScans(predicted, after, known.cost(settings.weights(), predicted, gate), gate, shares);
    }

    /** The best one-to-one links. */
    static List<Link> links(final LinkedScans linked) {
        final List<Link> links = new ArrayList<>();
        for (final int from : linked.linked()) {
            links.add(linked.link(List.of(from), List.of(linked.to(from)), linked.margin(from)));
        }
        return links;
    }

    /** The links beyond doubt; where those are less than half, the better half. */
    private static int[] confident(final LinkedScans linked) {
        final int[] all = linked.linked();
        final double[] margins = Arrays.stream(all).mapToDouble(linked::margin).toArray();
        final double least = Math.min(LinkedScans.AMBIGUOUS, Robust.median(margins));
        return IntStream.range(0, all.length).filter(k -> margins[k] >= least).map(k -> all[k]).toArray();
    }

    private Map<Integer, Point> displacements(final List<Observation> predicted) {
        final Map<Integer, Point> displacements = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            displacements.put(before.get(i).label(), predicted.get(i).centre().minus(before.get(i).centre()));
        }
        return displacements;
    }
}
