// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

/**
 * Distances, each with a weight, in parts that can be read at the same time. Where there are several parts, weights are
 * whole numbers, so that their sums do not depend on who is first.
 */
interface DistanceSamples {

    int parts();

    /** Passes on what a part holds, always in the same order. */
    void read(int part, Visitor visitor);

    /** Takes a distance, in µm and at least 0. */
    @FunctionalInterface
    interface Visitor {
        void accept(float distance, double weight);
    }
}
