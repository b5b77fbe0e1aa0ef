// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Strings links together. Particles of the first scan give their labels to their tracks; tracks that begin later are
 * numbered on from the largest of those, scan by scan, the lowest label first. Of the parts of a split the largest
 * continues the track, of merging particles the track of the largest is continued.
 */
final class TrackBuilder {

    private static final Comparator<Observation> LARGEST = Comparator.comparingDouble(Observation::volume)
        .thenComparing(Comparator.comparingInt(Observation::label).reversed());

    private final List<List<Observation>> scans;
    /** Link that leads to a particle, by scan and number there. */
    private final List<Map<Integer, Lead>> leads = new ArrayList<>();
    private final List<Map<Integer, TrackFate>> fates = new ArrayList<>();
    private final Map<Integer, Growing> tracks = new TreeMap<>();

    /** @param scan where it comes from */
    private record Lead(int scan, Link link) {
    }

    /** A track as far as it is known. */
    private record Growing(int parent, List<TrackPoint> points) {
    }

    private TrackBuilder(final List<List<Observation>> scans) {
        this.scans = scans;
        scans.forEach(scan -> {
            leads.add(new HashMap<>());
            fates.add(new HashMap<>());
        });
    }

    /**
     * Builds tracks.
     *
     * @param links of each scan with the next
     * @param closed links of each scan with the one after the next
     */
    static List<Track> build(final List<List<Observation>> scans, final List<List<Link>> links,
        final List<List<Link>> closed) {
        final TrackBuilder builder = new TrackBuilder(scans);
        for (int scan = 0; scan < links.size(); scan++) {
            builder.lead(scan, scan + 1, links.get(scan));
        }
        for (int scan = 0; scan < closed.size(); scan++) {
            builder.lead(scan, scan + 2, closed.get(scan));
        }
        return builder.build();
    }

    private void lead(final int from, final int to, final List<Link> links) {
        for (final Link link : links) {
            link.to().forEach(j -> leads.get(to).put(j, new Lead(from, link)));
            final int largest = largest(from, link.from());
            link.from().forEach(i -> fates.get(from).put(i, link.isSplit() ? TrackFate.SPLITS
                : i == largest ? TrackFate.CONTINUES : TrackFate.MERGES));
        }
    }

    private int largest(final int scan, final List<Integer> numbers) {
        return numbers.stream().max(Comparator.comparing(i -> scans.get(scan).get(i), LARGEST)).orElseThrow();
    }

    private List<Track> build() {
        final List<Map<Integer, Integer>> ids = new ArrayList<>();
        int next = 1 + scans.get(0).stream().mapToInt(Observation::label).max().orElse(0);
        for (int scan = 0; scan < scans.size(); scan++) {
            final List<Observation> particles = scans.get(scan);
            final Map<Integer, Integer> numbered = new HashMap<>();
            ids.add(numbered);
            final List<Integer> byLabel = IntStream.range(0, particles.size()).boxed()
                .sorted(Comparator.comparingInt(i -> particles.get(i).label())).toList();
            for (final int i : byLabel) {
                final Lead lead = leads.get(scan).get(i);
                final boolean continues = lead != null && largest(scan, lead.link.to()) == i;
                final int id = continues ? ids.get(lead.scan).get(largest(lead.scan, lead.link.from()))
                    : scan == 0 ? particles.get(i).label() : next++;
                numbered.put(i, id);
                final int parent = lead == null ? 0 : ids.get(lead.scan).get(lead.link.from().get(0));
                tracks.computeIfAbsent(id, k -> new Growing(parent, new ArrayList<>())).points
                    .add(point(scan, i, lead, continues ? ids : List.of()));
            }
        }
        return tracks.entrySet().stream()
            .map(entry -> new Track(entry.getKey(), entry.getValue().parent, entry.getValue().points)).toList();
    }

    private TrackPoint point(final int scan, final int number, final Lead lead, final List<Map<Integer, Integer>> ids) {
        final Observation particle = scans.get(scan).get(number);
        final TrackFate fate = fates.get(scan).getOrDefault(number,
            scan == scans.size() - 1 ? TrackFate.END : TrackFate.DIES);
        if (lead == null) {
            return new TrackPoint(scan, particle, scan == 0 ? TrackEvent.START : TrackEvent.BORN, fate, Double.NaN,
                Set.of(), List.of());
        }
        final Link link = lead.link;
        final TrackEvent event = link.isSplit() ? TrackEvent.SPLIT : link.isMerge() ? TrackEvent.MERGED
            : lead.scan < scan - 1 ? TrackEvent.GAP : TrackEvent.LINKED;
        final List<Integer> merged = link.isMerge() ? link.from().stream()
            .filter(i -> i != largest(lead.scan, link.from())).map(ids.get(lead.scan)::get).sorted().toList()
            : List.of();
        return new TrackPoint(scan, particle, event, fate, link.score(), link.flags(), merged);
    }
}
