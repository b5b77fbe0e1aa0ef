// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/** Which number stands for the grey values of a phase. */
public enum PhaseLevel {
    /** The mean: least noise, but drawn by voxels at the border of the phase. */
    MEAN,
    /** The median: unmoved by a few voxels of something else. */
    MEDIAN,
    /** The most frequent value, of a histogram that is smoothed as far as its noise needs: unmoved by more of them. */
    MODE
}
