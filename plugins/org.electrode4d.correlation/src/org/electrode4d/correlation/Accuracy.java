// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/** How grey values between voxels are found. */
public enum Accuracy {
    /** Trilinear while far away, cubic B-spline for the last iterations: bias below a thousandth of a voxel. */
    EXACT,
    /** Trilinear only: a third of the time, bias of some thousandths of a voxel. */
    FAST
}
