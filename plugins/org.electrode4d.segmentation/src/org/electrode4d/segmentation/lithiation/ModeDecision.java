// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a particle does, and why.
 *
 * @param mode that is most likely, or undecided
 * @param score likelihood of the most likely mode, 0 to 1, also of undecided particles
 * @param memberships likelihood of each mode but undecided; they sum to 1; unmodifiable
 * @param reason for people: which features decided
 */
public record ModeDecision(LithiationMode mode, double score, Map<LithiationMode, Double> memberships,
    String reason) {

    /** Copies the map. */
    public ModeDecision {
        memberships = Collections.unmodifiableMap(new EnumMap<>(memberships));
    }
}
