// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/**
 * Thickness of the SEI over the SEI-covered surface, weighted by area, in nm. NaN where there is none.
 *
 * @param mean area-weighted
 * @param standardDeviation area-weighted, of the whole surface
 * @param quartile1 thickness that a quarter of the area does not exceed, to 1/2048 of the longest ray
 * @param median half of the area
 * @param quartile3 three quarters of the area
 * @param rays that were measured
 * @param cut how many of these are still in the SEI at the length of the longest ray, which stands for their thickness
 * @param left rays in the SEI that leave the volume; they count as covered, but have no thickness
 */
public record SeiThickness(double mean, double standardDeviation, double quartile1, double median, double quartile3,
    long rays, long cut, long left) {
}
