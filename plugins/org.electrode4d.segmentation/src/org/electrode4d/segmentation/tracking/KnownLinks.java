// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.electrode4d.volume.Point;

/**
 * One-to-one links that are beyond doubt, and what they tell of all others: the motion of their neighbours, and the
 * scatter of displacement and volume.
 *
 * @param from numbers of the earlier particles, ascending
 * @param to numbers of the later particles, as many
 * @param spacing distance of neighbours, µm
 */
record KnownLinks(List<Observation> before, List<Observation> after, int[] from, int[] to, double spacing) {

    /** What a link costs before anything is known, as a part of the gate. */
    static final double FIRST_SCALE = 1.0 / 3;
    static final double FIRST_VOLUME_SCALE = 0.3;
    /** Fewer tell nothing. */
    static final int LEAST = 4;
    private static final double LEAST_VOLUME_SCALE = 0.05;
    private static final double MOST_VOLUME_SCALE = 0.5;
    /** Of the distance between neighbours: how well a centre of mass can be known where a segmentation flickers. */
    private static final double LEAST_SCALE = 0.03;
    /** Median distance of points of a normal distribution in space, over its standard deviation along an axis. */
    private static final double MEDIAN_RADIUS = 1.538;

    /**
     * Where the earlier particles are expected in the later scan: where they are carried, else where their neighbours
     * lead, else where they were.
     *
     * @param carried by a deformation field, particle by particle
     * @param neighbours whether motion is predicted by neighbours
     */
    List<Observation> predict(final List<Optional<Point>> carried, final boolean neighbours) {
        final LocalMotion motion = new LocalMotion(
            Arrays.stream(from).mapToObj(i -> before.get(i).centre()).toList(), IntStream.range(0, from.length)
                .mapToObj(k -> after.get(to[k]).centre().minus(before.get(from[k]).centre())).toList(),
            LEAST_SCALE * spacing);
        return IntStream.range(0, before.size()).mapToObj(i -> {
            final Point centre = before.get(i).centre();
            return before.get(i).at(carried.get(i).orElseGet(() -> neighbours
                ? centre.plus(motion.at(centre, Math.max(-1, Arrays.binarySearch(from, i)))) : centre));
        }).toList();
    }

    /** Scales from the median misfit of the links. */
    LinkCost cost(final LinkWeights weights, final List<Observation> predicted, final double gate) {
        if (from.length < LEAST) {
            return new LinkCost(weights, FIRST_SCALE * gate, 0, FIRST_VOLUME_SCALE);
        }
        final double distance = Robust.median(IntStream.range(0, from.length)
            .mapToDouble(k -> predicted.get(from[k]).centre().distance(after.get(to[k]).centre())).toArray());
        final double[] ratios = IntStream.range(0, from.length)
            .mapToDouble(k -> Math.log(after.get(to[k]).volume() / before.get(from[k]).volume())).toArray();
        final double shift = Robust.median(ratios);
        return new LinkCost(weights,
            Math.max(LEAST_SCALE * spacing, Math.min(FIRST_SCALE * gate, distance / MEDIAN_RADIUS)),
            shift, Math.max(LEAST_VOLUME_SCALE, Math.min(MOST_VOLUME_SCALE, Robust.deviation(ratios, shift))));
    }
}
