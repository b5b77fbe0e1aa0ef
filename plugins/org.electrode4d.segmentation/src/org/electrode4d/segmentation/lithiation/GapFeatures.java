// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/**
 * A particle at the first scan: what is not silicon below its skin, and whether it is whole.
 *
 * @param share voxels that are not silicon as a part of all; NaN for a particle that is nothing but skin
 * @param largest the largest connected part of them, as a part of all
 * @param planarity of this part, 1 for a plane and 0 for a ball or a needle: 1 less the flatness of its principal axes;
 *     NaN where there is none, and in a slice
 * @param isCut whether the border of the first scan cuts the particle; carried along with the motion, what is left of
 *     it need not touch the border of later scans
 */
public record GapFeatures(double share, double largest, double planarity, boolean isCut) {
}
