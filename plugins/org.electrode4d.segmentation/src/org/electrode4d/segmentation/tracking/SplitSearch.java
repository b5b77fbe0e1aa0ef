// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Finds particles that became several, and several that became one. A parent and a group of particles near where it is
 * predicted are compared as if the group were one particle, of the sum of volumes, at the common centre. That is taken
 * for a split where it fits better than a link with one of them: each further part costs as much as a birth, hence what
 * decides is that volume and centre (and overlap) of parent and group agree. Merges are the same with time reversed.
 * The best are taken first, and the rest is assigned anew. A fragment too small to show in volume or centre counts as
 * born.
 */
final class SplitSearch {

    /** Gain in cost from which on a group is believed: its likelihood is e times that of the alternative. */
    private static final double LEAST_GAIN = 1;
    /** Of the radius of the whole: how far apart the centres of two parts may be. */
    private static final double REACH = 3;

    private final LinkedScans linked;
    private final double alone;

    /** @param gain how much cheaper the whole assignment is with it */
    private record Group(List<Integer> from, List<Integer> to, double gain) {

        static final Comparator<Group> BEST = Comparator.comparingDouble(Group::gain).reversed()
            .thenComparing(group -> group.from.toString() + group.to);
    }

    SplitSearch(final LinkedScans linked) {
        this.linked = linked;
        alone = linked.cost.weights().alone();
    }

    /** All links: groups, and one-to-one links of the rest. */
    List<Link> links() {
        final List<Group> found = new ArrayList<>();
        final SortedMap<Integer, SortedSet<Integer>> near = new TreeMap<>();
        for (int from = 0; from < linked.predicted.size(); from++) {
            final int[] candidates = linked.candidates(from);
            for (final int to : candidates) {
                near.computeIfAbsent(to, t -> new TreeSet<>()).add(from);
            }
            splits(from, candidates, found);
        }
        near.forEach((to, from) -> merges(from.stream().mapToInt(i -> i).toArray(), to, found));
        found.sort(Group.BEST);
        final List<Group> taken = new ArrayList<>();
        final Set<Integer> fromTaken = new HashSet<>();
        final Set<Integer> toTaken = new HashSet<>();
        for (final Group group : found) {
            if (group.from.stream().noneMatch(fromTaken::contains) && group.to.stream().noneMatch(toTaken::contains)) {
                taken.add(group);
                fromTaken.addAll(group.from);
                toTaken.addAll(group.to);
            }
        }
        return taken.isEmpty() ? ScanLinker.links(linked) : withRest(taken, fromTaken, toTaken);
    }

    private void splits(final int from, final int[] candidates, final List<Group> found) {
        for (int i = 0; i < candidates.length; i++) {
            for (int j = i + 1; j < candidates.length; j++) {
                if (areNear(linked.measured.get(candidates[i]), linked.measured.get(candidates[j]),
                    linked.predicted.get(from))) {
                    consider(List.of(from), List.of(candidates[i], candidates[j]), found);
                }
            }
        }
    }

    private void merges(final int[] parts, final int to, final List<Group> found) {
        for (int i = 0; i < parts.length; i++) {
            for (int j = i + 1; j < parts.length; j++) {
                if (areNear(linked.predicted.get(parts[i]), linked.predicted.get(parts[j]), linked.measured.get(to))) {
                    consider(List.of(parts[i], parts[j]), List.of(to), found);
                }
            }
        }
    }

    private static boolean areNear(final Observation one, final Observation other, final Observation whole) {
        return one.centre().distance(other.centre()) <= REACH * whole.radius();
    }

    private void consider(final List<Integer> from, final List<Integer> to, final List<Group> found) {
        final double gain = gain(from, to);
        if (gain > LEAST_GAIN) {
            found.add(new Group(from, to, gain));
        }
    }

    /** What its members cost now, less what they cost as a group; partners that they leave are left alone. */
    private double gain(final List<Integer> from, final List<Integer> to) {
        double now = 0;
        double left = 0;
        for (final int i : from) {
            final int partner = linked.to(i);
            now += partner < 0 ? alone : linked.costOf(List.of(i), List.of(partner));
            left += partner < 0 || to.contains(partner) ? 0 : alone;
        }
        for (final int j : to) {
            final int partner = linked.from(j);
            if (!from.contains(partner)) {
                now += partner < 0 ? alone : linked.costOf(List.of(partner), List.of(j));
                left += partner < 0 ? 0 : alone;
            }
        }
        return now - left - alone * (from.size() + to.size() - 2) - linked.costOf(from, to);
    }

    private List<Link> withRest(final List<Group> groups, final Set<Integer> fromTaken, final Set<Integer> toTaken) {
        final List<Integer> from = IntStream.range(0, linked.predicted.size()).boxed()
            .filter(i -> !fromTaken.contains(i)).toList();
        final List<Integer> to = IntStream.range(0, linked.measured.size()).boxed()
            .filter(j -> !toTaken.contains(j)).toList();
        final List<Link> links = new ArrayList<>();
        for (final Link link : ScanLinker.links(linked.among(from, to))) {
            links.add(new Link(List.of(from.get(link.from().get(0))), List.of(to.get(link.to().get(0))), link.score(),
                link.flags()));
        }
        groups.forEach(group -> links.add(linked.link(group.from, group.to, group.gain)));
        return links;
    }
}
