// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

/**
 * How long the safe state is tried for. The second attempt follows soon after the first, the later ones ever later:
 * attempt <i>k</i> (from 0) of <i>n</i> begins no earlier than {@code time} (<i>k</i> / <i>n</i>)<sup>2</sup> after the
 * first.
 *
 * @param attempts at most; at least 2: on the connection that there is, and on a fresh one
 * @param time seconds after which no further attempt begins but the second
 */
public record SafeStateRetries(int attempts, double time) {

    /** 10 attempts in 30 s. */
    public static final SafeStateRetries DEFAULT = new SafeStateRetries(10, 30);

    /** Refuses what would give up at once or never. */
    public SafeStateRetries {
        if (attempts < 2 || !(time > 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("The safe state is to be tried " + attempts + " times within " + time
                + " s; it takes 2 attempts or more, and a time above 0.");
        }
    }

    /** Seconds after the first attempt before which this one does not begin. */
    double earliest(final int attempt) {
        final double share = attempt / (double)attempts;
        return time * share * share;
    }
}
