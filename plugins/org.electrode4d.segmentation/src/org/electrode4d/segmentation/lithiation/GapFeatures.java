// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/**
 * What is not silicon in a particle of the first scan, below its skin.
 *
 * @param share voxels that are not silicon as a part of all; NaN for a particle that is nothing but skin
 * @param largest the largest connected part of them, as a part of all
 * @param planarity of this part, 1 for a plane and 0 for a ball or a needle: 1 - sqrt(l3/l2) with the eigenvalues
 *     l1 >= l2 >= l3 of its second moments; NaN where there is none, and in a slice
 */
public record GapFeatures(double share, double largest, double planarity) {
}
