// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * Phases by grey value: thresholds that are given or found in the histogram, in one or in several stages, for a whole
 * volume or slice by slice, and hysteresis. A voxel is above a threshold {@code t} where its value {@code x > t}.
 */
package org.electrode4d.segmentation.threshold;
