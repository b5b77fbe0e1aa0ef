// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How the correlation of a node ended. The codes are those of SPAM's files, where a filled node is written as 1.
 */
public enum NodeStatus {
    /** The increment fell below the tolerance. */
    CONVERGED(2, "converged"),
    /** The largest number of iterations was reached. */
    MAX_ITERATIONS(1, "iteration limit reached"),
    /** Replaced by an interpolation of converged neighbours. */
    FILLED(1, "filled from neighbours"),
    /** Not correlated. */
    NOT_RUN(0, "not run"),
    /** The difference of the images grew, steps did not settle, or the window wandered out of the search range. */
    DIVERGED(-1, "diverged"),
    /** No texture, or texture along too few directions. */
    SINGULAR(-2, "too little texture"),
    /** The volume of the window changed beyond 0.2 to 3 times. */
    VOLUME_CHANGE(-3, "volume change out of range"),
    /** The deformation gradient cannot be inverted. */
    SINGULAR_TRANSFORMATION(-4, "singular transformation"),
    /** Less of the window than required lies in both volumes and in the mask. */
    REFUSED(-5, "window refused"),
    /** The start value is not finite. */
    BAD_START(-7, "unusable start value");

    private final int code;
    private final String label;

    NodeStatus(final int code, final String label) {
        this.code = code;
        this.label = label;
    }

    /** The code in SPAM's files. */
    public int code() {
        return code;
    }

    /** A few words for people. */
    public String label() {
        return label;
    }

    /** Whether a value stands there that strain, residual and interpolation may build on. */
    public boolean isUsable() {
        return this == CONVERGED || this == FILLED;
    }

    /**
     * The status of a code; 1 is read as {@link #MAX_ITERATIONS}.
     *
     * @throws IllegalArgumentException for a code that no status has
     */
    public static NodeStatus of(final int code) {
        for (final NodeStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException(
            "A return status of " + code + " is none of 2, 1, 0, -1, -2, -3, -4, -5, -7.");
    }
}
