// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links of tracks against the truth.
 *
 * @param truth how many links there are
 * @param found how many of them were found
 * @param wrong how many were found that are none
 * @param flaggedWrong how many of the wrong ones are flagged
 * @param flagged how many are flagged
 */
record LinkScore(int truth, int found, int wrong, int flaggedWrong, int flagged) {

    static LinkScore of(final MovingParticles.Series series, final Tracks tracks) {
        LinkScore sum = new LinkScore(0, 0, 0, 0, 0);
        for (int scan = 0; scan < series.truth().size(); scan++) {
            final Set<List<Integer>> truth = series.truth().get(scan);
            final Map<List<Integer>, Boolean> links = links(tracks, scan);
            int found = 0;
            int flaggedWrong = 0;
            int flagged = 0;
            for (final Map.Entry<List<Integer>, Boolean> link : links.entrySet()) {
                found += truth.contains(link.getKey()) ? 1 : 0;
                flagged += link.getValue() ? 1 : 0;
                flaggedWrong += link.getValue() && !truth.contains(link.getKey()) ? 1 : 0;
            }
            sum = new LinkScore(sum.truth + truth.size(), sum.found + found, sum.wrong + links.size() - found,
                sum.flaggedWrong + flaggedWrong, sum.flagged + flagged);
        }
        return sum;
    }

    /** Labels of linked particles of a scan and the next, and whether the link is flagged. */
    static Map<List<Integer>, Boolean> links(final Tracks tracks, final int scan) {
        final Map<List<Integer>, Boolean> links = new HashMap<>();
        for (final Track track : tracks.all()) {
            final Optional<TrackPoint> after = track.at(scan + 1);
            if (after.isEmpty() || Double.isNaN(after.get().score())) {
                continue;
            }
            final List<Integer> from = new ArrayList<>(after.get().merged());
            from.add(track.first().scan() == scan + 1 ? track.parent() : track.id());
            from.forEach(id -> tracks.ofId(id).flatMap(other -> other.at(scan)).ifPresent(before -> links.put(
                List.of(before.particle().label(), after.get().particle().label()), !after.get().flags().isEmpty())));
        }
        return links;
    }

    double correct() {
        return found / (double)truth;
    }

    double precision() {
        return found / (double)(found + wrong);
    }
}
