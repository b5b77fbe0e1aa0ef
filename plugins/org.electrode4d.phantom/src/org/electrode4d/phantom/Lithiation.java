// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Particles of the electrode that change their grey value, in proportion to the electrode's strain, as silicon does that
 * takes up lithium.
 *
 * @param share of the particles that change, 0 to 1
 * @param change of their contrast at the largest strain: -0.5 leaves half of it; -1 to 1
 */
public record Lithiation(double share, double change) {

    /** Every particle keeps its grey value. */
    public static final Lithiation NONE = new Lithiation(0, 0);

    /** @throws IllegalArgumentException for values out of range */
    public Lithiation {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of particles that change must lie between 0 and 1, not "
                + share + ".");
        }
        if (!(Math.abs(change) <= 1)) {
            throw new IllegalArgumentException("The change of contrast must lie between -1 and 1, not " + change
                + ".");
        }
    }
}
