// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

/** From what the motion in the plane of the collector is taken: two translations and the rotation about its normal. */
public enum InPlaneMotion {
    /** The collector, as far as its texture fixes them. */
    COLLECTOR,
    /** The whole volume; the collector gives the others. */
    VOLUME,
    /** Another mask; the collector gives the others. */
    MASK,
    /** Nothing: the scans stay where they are in the plane. */
    NONE
}
