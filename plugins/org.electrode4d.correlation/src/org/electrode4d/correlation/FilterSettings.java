// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * Which nodes of a field are replaced, and by what.
 *
 * @param method of replacing
 * @param neighbours the number of converged nodes a value is made of; LOCAL_QUADRATIC_FIT uses at least 20
 * @param minimumZncc converged nodes with a smaller correlation are replaced as well; -1 to keep all. Nodes whose
 *     correlation is not known are kept
 */
public record FilterSettings(Method method, int neighbours, double minimumZncc) {

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
        if (neighbours < 1) {
            throw new IllegalArgumentException("At least one neighbour is needed, not " + neighbours + ".");
        }
        if (!(minimumZncc >= -1 && minimumZncc <= 1)) {
            throw new IllegalArgumentException("A correlation coefficient lies between -1 and 1, not at "
                + minimumZncc + ".");
        }
    }

    /** Nodes that did not converge, inverse distance, eight neighbours. */
    public static FilterSettings defaults() {
        return new FilterSettings(Method.INVERSE_DISTANCE, 8, -1);
    }

    public FilterSettings withMethod(final Method other) {
        return new FilterSettings(other, neighbours, minimumZncc);
    }

    public FilterSettings withMinimumZncc(final double zncc) {
        return new FilterSettings(method, neighbours, zncc);
    }
}
