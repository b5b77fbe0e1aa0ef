// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

/**
 * What has passed since a step, a part of a step between two scans, or a loop began.
 *
 * @param time seconds in which the step was active
 * @param charge coulomb, signed, that passed in that time
 * @param scans that were completed
 * @param passes of a loop that were completed
 */
public record Elapsed(double time, double charge, int scans, int passes) {

    /** Nothing has passed. */
    public static final Elapsed NOTHING = new Elapsed(0, 0, 0, 0);

    Elapsed plus(final double moreTime, final double moreCharge) {
        return new Elapsed(time + moreTime, charge + moreCharge, scans, passes);
    }

    Elapsed scanned() {
        return new Elapsed(time, charge, scans + 1, passes);
    }

    Elapsed passed() {
        return new Elapsed(time, charge, scans, passes + 1);
    }
}
