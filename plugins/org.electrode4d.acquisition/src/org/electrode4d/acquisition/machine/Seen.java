// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import org.electrode4d.acquisition.Reading;

/**
 * What conditions may look at in a reading. NaN meets nothing: it stands for what must not be looked at.
 *
 * @param potential volt
 * @param current ampere, of the magnitude
 */
record Seen(double potential, double current) {

    /** No reading of the present phase yet. */
    static final Seen NOTHING = new Seen(Double.NaN, Double.NaN);

    static Seen of(final Reading reading) {
        return new Seen(reading.potential(), Math.abs(reading.current()));
    }

    Seen withoutCurrent() {
        return new Seen(potential, Double.NaN);
    }

    Seen atPotential(final double other) {
        return new Seen(other, current);
    }
}
