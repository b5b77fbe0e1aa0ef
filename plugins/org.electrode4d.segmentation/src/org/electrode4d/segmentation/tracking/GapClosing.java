// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.electrode4d.volume.Point;

/**
 * Links particles over a scan in which they are missing: those without successor in one scan with those without
 * predecessor in the scan after the next. They are predicted from the particles that are linked through all three
 * scans.
 */
final class GapClosing {

    private final TrackingSettings settings;
    private final List<List<Observation>> scans;
    private final List<List<Link>> links;

    /** @param links of each scan with the next */
    GapClosing(final TrackingSettings settings, final List<List<Observation>> scans, final List<List<Link>> links) {
        this.settings = settings;
        this.scans = scans;
        this.links = links;
    }

    /**
     * Links of a scan with the scan after the next.
     *
     * @param carried where a deformation field carries the particles of the scan, to the scan after the next
     */
    List<Link> over(final int scan, final List<Optional<Point>> carried, final double gate) {
        final List<Observation> before = scans.get(scan);
        final List<Observation> after = scans.get(scan + 2);
        final Set<Integer> gone = numbers(links.get(scan), Link::from);
        final Set<Integer> come = numbers(links.get(scan + 1), Link::to);
        final List<Integer> lost = without(before.size(), gone);
        final List<Integer> found = without(after.size(), come);
        if (lost.isEmpty() || found.isEmpty()) {
            return List.of();
        }
        final KnownLinks known = known(scan, gate);
        final List<Observation> predicted = known.predict(carried, settings.neighbours());
        final LinkedScans linked = new LinkedScans(lost.stream().map(predicted::get).toList(),
            found.stream().map(after::get).toList(), known.cost(settings.weights(), predicted, gate), gate,
            Overlap.Shares.UNKNOWN);
        final List<Link> closed = new ArrayList<>();
        for (final Link link : ScanLinker.links(linked)) {
            closed.add(new Link(List.of(lost.get(link.from().get(0))), List.of(found.get(link.to().get(0))),
                link.score(), link.flags()));
        }
        return closed;
    }

    private static Set<Integer> numbers(final List<Link> links, final Function<Link, List<Integer>> of) {
        final Set<Integer> numbers = new HashSet<>();
        links.forEach(link -> numbers.addAll(of.apply(link)));
        return numbers;
    }

    private static List<Integer> without(final int count, final Set<Integer> numbers) {
        return IntStream.range(0, count).boxed().filter(i -> !numbers.contains(i)).toList();
    }

    /** Particles that both links are beyond doubt of. */
    private KnownLinks known(final int scan, final double gate) {
        final Map<Integer, Integer> first = single(links.get(scan));
        final Map<Integer, Integer> second = single(links.get(scan + 1));
        first.values().removeIf(middle -> !second.containsKey(middle));
        final int[] from = first.keySet().stream().mapToInt(i -> i).toArray();
        return new KnownLinks(scans.get(scan), scans.get(scan + 2), from,
            IntStream.of(from).map(i -> second.get(first.get(i))).toArray(), gate / 2);
    }

    private static Map<Integer, Integer> single(final List<Link> links) {
        final Map<Integer, Integer> single = new TreeMap<>();
        links.stream().filter(link -> link.flags().isEmpty() && !link.isSplit() && !link.isMerge())
            .forEach(link -> single.put(link.from().get(0), link.to().get(0)));
        return single;
    }
}
