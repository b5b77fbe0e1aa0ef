// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

/**
 * The times at which samples are due: start + <i>k</i> period, each computed from <i>k</i>, so that nothing drifts. A
 * sample that is late is taken at once; those that were missed in the meantime are left out, and the grid stays.
 */
final class SamplingGrid {

    private final double start;
    private final double period;
    private long index;

    /** @param start of the first sample */
    SamplingGrid(final double start, final double period) {
        this.start = start;
        this.period = period;
    }

    /** When the next sample is due. */
    double due() {
        return start + index * period;
    }

    /** The sample that was due has been taken, not before its time. */
    void taken(final double now) {
        index++;
        if (due() <= now) {
            index = (long)Math.floor((now - start) / period) + 1;
        }
    }
}
