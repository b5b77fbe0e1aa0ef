// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * From grey values to phases and particles, without training: thresholds, superpixels, morphology, components, particle
 * statistics and tracking, thickness, edges, coverage and scores. A mask is a volume of an integer type that is 0
 * outside; labels are integers with 0 as background. Lengths are µm, axes x, y, z, voxels may be anisotropic.
 */
package org.electrode4d.segmentation;
