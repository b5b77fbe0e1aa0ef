// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Objects;

/**
 * Which nodes of a field are replaced, and by what.
 *
 * @param method of replacing
 * @param neighbours the number of good nodes a value is made of; LOCAL_QUADRATIC_FIT uses at least 20
 * @param bad which nodes are replaced
 * @param medianRadius good nodes get the median over a cube of 2 r + 1 good nodes along every axis before the others
 *     are replaced; 0 leaves them as they were measured
 */
public record FilterSettings(Method method, int neighbours, BadNodes bad, int medianRadius) {

    /** What a replaced node gets. */
    public enum Method {
        /**
         * Mean of the nearest converged nodes, weighted by inverse distance; each extrapolates its displacement to the
         * node with its own F.
         */
        INVERSE_DISTANCE,
        /** Least-squares quadratic polynomial of the displacement through the nearest nodes; F is its slope. */
        LOCAL_QUADRATIC_FIT,
        /** Median of every component over the nearest nodes, displacements extrapolated with their own F. */
        MEDIAN
    }

    /** @throws IllegalArgumentException for values out of range */
    public FilterSettings {
        Objects.requireNonNull(bad, "bad nodes");
        if (neighbours < 1) {
            throw new IllegalArgumentException("At least one neighbour is needed, not " + neighbours + ".");
        }
        if (medianRadius < 0) {
            throw new IllegalArgumentException("The radius of the median must be at least 0 nodes, not "
                + medianRadius + ".");
        }
    }

    /** No smoothing; converged nodes are judged by their correlation only. */
    public FilterSettings(final Method method, final int neighbours, final double minimumZncc) {
        this(method, neighbours, BadNodes.failed().withMinimumZncc(minimumZncc), 0);
    }

    /** Nodes that did not converge, inverse distance, eight neighbours. */
    public static FilterSettings defaults() {
        return new FilterSettings(Method.INVERSE_DISTANCE, 8, BadNodes.failed(), 0);
    }

    public FilterSettings withMethod(final Method other) {
        return new FilterSettings(other, neighbours, bad, medianRadius);
    }

    public FilterSettings withBad(final BadNodes other) {
        return new FilterSettings(method, neighbours, other, medianRadius);
    }

    public FilterSettings withMinimumZncc(final double zncc) {
        return withBad(bad.withMinimumZncc(zncc));
    }

    public FilterSettings withMedianRadius(final int nodes) {
        return new FilterSettings(method, neighbours, bad, nodes);
    }
}
