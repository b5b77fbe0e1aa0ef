// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The particles of a series, each with one number through all scans.
 *
 * @param scans their names, in order
 * @param gates how far from its prediction a particle was sought, µm; from each scan to the next
 * @param all in ascending order of numbers
 */
public record Tracks(List<String> scans, List<Double> gates, List<Track> all) {

    /** Copies the lists. */
    public Tracks {
        scans = List.copyOf(scans);
        gates = List.copyOf(gates);
        all = List.copyOf(all);
    }

    public Optional<Track> ofId(final int id) {
        return all.stream().filter(track -> track.id() == id).findFirst();
    }

    /** The numbers of tracks by the labels of a scan. */
    public Map<Integer, Integer> idsByLabel(final int scan) {
        final Map<Integer, Integer> ids = new HashMap<>();
        all.forEach(track -> track.at(scan).ifPresent(point -> ids.put(point.particle().label(), track.id())));
        return ids;
    }

    /** Like {@link #idsByLabel}, where all that a particle split into keeps the number of that particle. */
    public Map<Integer, Integer> familiesByLabel(final int scan) {
        final Map<Integer, Integer> family = new HashMap<>();
        // parents come before their parts
        all.forEach(track -> family.put(track.id(), family.getOrDefault(track.parent(), track.id())));
        final Map<Integer, Integer> ids = idsByLabel(scan);
        ids.replaceAll((label, id) -> family.get(id));
        return ids;
    }

    /** How many particles of a scan came there in a way. */
    public long count(final int scan, final TrackEvent event) {
        return all.stream().filter(track -> track.at(scan).filter(point -> point.event() == event).isPresent()).count();
    }

    /** How many particles of a scan have a fate. */
    public long count(final int scan, final TrackFate fate) {
        return all.stream().filter(track -> track.at(scan).filter(point -> point.fate() == fate).isPresent()).count();
    }
}
