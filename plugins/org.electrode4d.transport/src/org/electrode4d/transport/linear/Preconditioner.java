// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

/** An approximate inverse of a symmetric positive definite matrix, itself symmetric and positive definite. */
@FunctionalInterface
public interface Preconditioner {

    /** Writes to {@code z} about what the matrix would turn into {@code r}; both have as many entries as rows. */
    void apply(double[] r, double[] z);
}
