// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/** A function of the place, such as a source or an exact solution. */
@FunctionalInterface
public interface ScalarField {

    /** The value at a place: x, y(, z) in µm. */
    double at(double[] point);
}
