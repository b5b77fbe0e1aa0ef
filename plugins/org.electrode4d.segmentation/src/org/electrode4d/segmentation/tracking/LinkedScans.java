// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.electrode4d.volume.Point;

/**
 * The best one-to-one links between two scans for given predictions: particles within the gate are compared and the
 * cheapest assignment of all is taken.
 */
final class LinkedScans {

    /** Of the total cost: the next best assignment has 5 % of the likelihood, exp(-3). */
    static final double AMBIGUOUS = 3;
    /** Beyond it a doubt does not matter. */
    static final double MOST_MARGIN = 30;
    private static final double FAR = 4;

    final List<Observation> predicted;
    final List<Observation> measured;
    final LinkCost cost;
    final double gate;
    private final Overlap.Shares shares;
    private final PointIndex index;
    private final SparseAssignment assignment;
    private final AssignmentMargins margins;

    /**
     * Links scans.
     *
     * @param predicted the earlier particles, where they are expected in the later scan
     * @param gate µm
     * @param shares of voxels; may be none
     */
    LinkedScans(final List<Observation> predicted, final List<Observation> measured, final LinkCost cost,
        final double gate, final Overlap.Shares shares) {
        this.predicted = predicted;
        this.measured = measured;
        this.cost = cost;
        this.gate = gate;
        this.shares = shares;
        index = new PointIndex(measured.stream().map(Observation::centre).toList());
        final List<SparseAssignment.Pair> pairs = new ArrayList<>();
        for (int from = 0; from < predicted.size(); from++) {
            for (final int to : candidates(from)) {
                pairs.add(new SparseAssignment.Pair(from, to, costOf(List.of(from), List.of(to))));
            }
        }
        assignment = SparseAssignment.of(alone(predicted.size()), alone(measured.size()), pairs);
        margins = new AssignmentMargins(assignment);
    }

    /** The same for some of the particles. */
    LinkedScans among(final List<Integer> from, final List<Integer> to) {
        return new LinkedScans(from.stream().map(predicted::get).toList(), to.stream().map(measured::get).toList(),
            cost, gate, shares);
    }

    private double[] alone(final int count) {
        final double[] costs = new double[count];
        Arrays.fill(costs, cost.weights().alone());
        return costs;
    }

    /** Numbers of the later particles within the gate. */
    int[] candidates(final int from) {
        return index.within(predicted.get(from).centre(), gate);
    }

    /** Of a link, where several particles of a side count as one. */
    double costOf(final List<Integer> from, final List<Integer> to) {
        final double compared = cost.of(joined(predicted, from), joined(measured, to));
        return shares == Overlap.Shares.UNKNOWN ? compared : compared + cost.ofOverlap(share(from, to));
    }

    /** Weighted by the volumes of the earlier particles. */
    private double share(final List<Integer> from, final List<Integer> to) {
        double inside = 0;
        double volume = 0;
        for (final int i : from) {
            volume += predicted.get(i).volume();
            for (final int j : to) {
                inside += predicted.get(i).volume() * shares.of(predicted.get(i).label(), measured.get(j).label());
            }
        }
        return Math.min(1, inside / volume);
    }

    private static Observation joined(final List<Observation> all, final List<Integer> numbers) {
        return numbers.size() == 1 ? all.get(numbers.get(0))
            : Observation.joined(numbers.stream().map(all::get).toList());
    }

    /** The later particle that is linked with an earlier one; -1 for none. */
    int to(final int from) {
        return assignment.columnOf(from);
    }

    /** The earlier particle that is linked with a later one; -1 for none. */
    int from(final int to) {
        return assignment.rowOf(to);
    }

    /** How much dearer the next best assignment is, at most {@link #MOST_MARGIN}; NaN for a particle without link. */
    double margin(final int from) {
        return to(from) < 0 ? Double.NaN : margins.of(from, MOST_MARGIN);
    }

    /** Numbers of the earlier particles with a link. */
    int[] linked() {
        return IntStream.range(0, predicted.size()).filter(i -> to(i) >= 0).toArray();
    }

    Link link(final List<Integer> from, final List<Integer> to, final double margin) {
        final Set<LinkFlag> flags = EnumSet.noneOf(LinkFlag.class);
        final Observation before = joined(predicted, from);
        final Observation after = joined(measured, to);
        if (margin < AMBIGUOUS) {
            flags.add(LinkFlag.AMBIGUOUS);
        }
        if (cost.deviation(before.centre(), after.centre()) > FAR) {
            flags.add(LinkFlag.FAR);
        }
        if (Math.abs(cost.volumeDeviation(before, after)) > FAR) {
            flags.add(LinkFlag.VOLUME_JUMP);
        }
        return new Link(from, to, 1 / (1 + Math.exp(-margin)), flags);
    }

    /** Which later particle each earlier one is linked with. */
    int[] assignment() {
        return IntStream.range(0, predicted.size()).map(this::to).toArray();
    }

    /** From where a particle was to where its partner is. */
    Point displacement(final List<Observation> before, final int from) {
        return measured.get(to(from)).centre().minus(before.get(from).centre());
    }
}
