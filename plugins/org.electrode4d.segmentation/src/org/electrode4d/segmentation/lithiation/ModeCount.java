// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.ArrayList;
import java.util.List;

/**
 * The particles of one mode.
 *
 * @param mode which
 * @param particles how many
 * @param share of all particles, by number, 0 to 1; NaN where there is none
 * @param score mean; NaN without particles
 * @param diameter mean in µm; NaN without particles
 */
public record ModeCount(LithiationMode mode, int particles, double share, double score, double diameter) {

    /**
     * A particle with its mode.
     *
     * @param diameter in µm
     */
    public record Classified(ModeDecision decision, double diameter) {
    }

    /**
     * One entry per mode, in their order, also where there is no particle.
     *
     * @param particles that count
     */
    public static List<ModeCount> of(final List<Classified> particles) {
        final List<ModeCount> counts = new ArrayList<>();
        for (final LithiationMode mode : LithiationMode.values()) {
            final List<Classified> of = particles.stream().filter(p -> p.decision().mode() == mode).toList();
            counts.add(new ModeCount(mode, of.size(),
                particles.isEmpty() ? Double.NaN : of.size() / (double)particles.size(),
                of.stream().mapToDouble(p -> p.decision().score()).average().orElse(Double.NaN),
                of.stream().mapToDouble(Classified::diameter).average().orElse(Double.NaN)));
        }
        return counts;
    }
}
