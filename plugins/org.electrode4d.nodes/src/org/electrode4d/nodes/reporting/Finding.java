// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

/**
 * What became of the search for a measured value.
 *
 * @param value in the unit of the expected one; NaN where none was found
 * @param problem why none was found; empty where one was
 */
record Finding(double value, String problem) {

    static final Finding NONE = new Finding(Double.NaN, "No measured table has such a column and row.");

    static Finding of(final double value) {
        return new Finding(value, "");
    }

    static Finding problem(final String problem) {
        return new Finding(Double.NaN, problem);
    }

    boolean isFound() {
        return problem.isEmpty();
    }
}
