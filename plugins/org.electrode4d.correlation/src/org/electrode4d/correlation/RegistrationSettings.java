// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;

/**
 * How a global registration works.
 *
 * @param bins edge lengths of the blocks that are averaged to one voxel, from coarse to fine, for instance 8, 4, 2, 1;
 *     empty for a choice by the size of the volume
 * @param searchRange how far the translation is searched before the first iteration, as a part of the volume's extent
 *     along every axis; 0 for no search
 * @param convergence of every level
 */
public record RegistrationSettings(List<Integer> bins, double searchRange, ConvergenceSettings convergence) {

    private static final double DEFAULT_SEARCH = 0.2;
    private static final double LARGEST_SEARCH = 0.5;

    /** @throws IllegalArgumentException for bins that do not descend or a search range beyond 0 to 0.5 */
    public RegistrationSettings {
        bins = List.copyOf(bins);
        for (int i = 0; i < bins.size(); i++) {
            if (bins.get(i) < 1 || i > 0 && bins.get(i) >= bins.get(i - 1)) {
                throw new IllegalArgumentException(
                    "Bins must be whole numbers from coarse to fine, such as 8, 4, 2, 1, but are " + bins + ".");
            }
        }
        if (!(searchRange >= 0 && searchRange <= LARGEST_SEARCH)) {
            throw new IllegalArgumentException("The search range is a part of the volume between 0 and "
                + LARGEST_SEARCH + ", not " + searchRange + ".");
        }
    }

    /** Bins by size, translations up to a fifth of the volume, affine. */
    public static RegistrationSettings defaults() {
        return new RegistrationSettings(List.of(), DEFAULT_SEARCH, ConvergenceSettings.registration());
    }

    public RegistrationSettings withConvergence(final ConvergenceSettings other) {
        return new RegistrationSettings(bins, searchRange, other);
    }

    public RegistrationSettings withBins(final Integer... other) {
        return new RegistrationSettings(List.of(other), searchRange, convergence);
    }

    public RegistrationSettings withSearchRange(final double range) {
        return new RegistrationSettings(bins, range, convergence);
    }
}
