// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

/** What is known of a program on a pair. Errors are in thousandths of a voxel or of a strain. */
enum Quantity {
    /** All nodes that were correlated. */
    NODES("nodes", 0),
    /** Nodes that count. */
    IN_VIEW("in view", 0),
    /** Per cent of the nodes in view. */
    CONVERGED("converged", 1),
    /** Mean error of the displacement along x, and so on. */
    MEAN_X("mean x", 2), MEAN_Y("mean y", 2), MEAN_Z("mean z", 2),
    /** Standard deviation of the error along x, and so on. */
    SD_X("sd x", 2), SD_Y("sd y", 2), SD_Z("sd z", 2),
    /** Root mean square of the error's length. */
    RMS("rms", 1),
    /** Root mean square error over the nine components of the windows' F. */
    F_RMS("F rms", 2),
    /** Root mean square error over the nine components of the central difference of displacements. */
    STRAIN_RMS("strain rms", 3),
    /** Per converged node. */
    ITERATIONS("iterations", 1),
    /** CPU time of all threads per node, in ms. */
    CPU("CPU", 2),
    /** Wall time of the correlation, in s. */
    WALL("wall", 1),
    /** CPU time of the registration from which the correlation started, in s. */
    REGISTRATION("registration", 1);

    private final String head;
    private final int decimals;

    Quantity(final String head, final int decimals) {
        this.head = head;
        this.decimals = decimals;
    }

    /** The column of the peers' file. */
    String head() {
        return head;
    }

    int decimals() {
        return decimals;
    }
}
