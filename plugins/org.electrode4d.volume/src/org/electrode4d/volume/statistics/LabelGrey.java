// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

/**
 * Grey values in the voxels of one label.
 *
 * @param voxels whose value is a finite number; the others are left out. Without any, all numbers are NaN
 * @param mean of the values
 * @param standardDeviation of all values, with the number of voxels in the denominator
 * @param min smallest value
 * @param max largest value
 */
public record LabelGrey(long voxels, double mean, double standardDeviation, double min, double max) {
}
