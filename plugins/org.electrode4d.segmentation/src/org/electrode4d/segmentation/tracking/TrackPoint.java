// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A particle of a track in one scan.
 *
 * @param scan from 0
 * @param event how it came there
 * @param fate what becomes of it
 * @param score probability of the link that leads here against the next best one, 0.5 to 1; NaN where none does
 * @param flags of the link that leads here
 * @param merged tracks that end in this particle
 */
public record TrackPoint(int scan, Observation particle, TrackEvent event, TrackFate fate, double score,
    Set<LinkFlag> flags, List<Integer> merged) {

    /** "certain", or the flags: "ambiguous, far"; empty where no link leads here. */
    public String flag() {
        if (Double.isNaN(score)) {
            return "";
        }
        return flags.isEmpty() ? "certain" : flags.stream().map(LinkFlag::toString).collect(Collectors.joining(", "));
    }
}
