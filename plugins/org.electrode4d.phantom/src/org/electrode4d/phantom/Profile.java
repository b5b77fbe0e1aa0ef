// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * The value of a body of unit amplitude as a function of the distance from its centre, zero beyond its reach. The
 * formula serves as truth, a brush draws it from tables; they differ by less than 2e-6.
 */
public interface Profile {

    /** The distance in voxels beyond which a body of this size adds nothing. */
    double reach(double size);

    /** The formula, within the reach. */
    double value(double distance, double size);

    /** A new brush, for one thread. */
    Brush brush();
}
