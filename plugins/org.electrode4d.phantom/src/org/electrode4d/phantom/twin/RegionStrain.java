// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/**
 * Mean strain of a region against the first scan, over its volume at the first scan; 0.44 is 44 %.
 *
 * @param volumetric {@code det F - 1}
 * @param xx Biot strain {@code U - I} with {@code U² = F'F}; and so on
 */
public record RegionStrain(double volumetric, double xx, double yy, double zz) {
}
