// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.Set;

/**
 * Which slices are read.
 *
 * @param orientations at least one
 * @param most slices of each scan and orientation, at least 1; if more are labelled, these are spread evenly over them
 */
public record SliceSelection(Set<Orientation> orientations, int most) {

    /** Slices across z, at most 64 of a scan. */
    public static final SliceSelection DEFAULT = new SliceSelection(Set.of(Orientation.XY), 64);

    /** @throws IllegalArgumentException if there is no orientation or no slice */
    public SliceSelection {
        orientations = Set.copyOf(orientations);
        if (orientations.isEmpty() || most < 1) {
            throw new IllegalArgumentException("At least one orientation and one slice of each scan are needed, not "
                + orientations + " and " + most + ".");
        }
    }
}
