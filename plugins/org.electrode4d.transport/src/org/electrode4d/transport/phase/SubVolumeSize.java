// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import org.electrode4d.volume.Shape;

/**
 * A size of sub-volumes.
 *
 * @param edge in µm, as wanted
 * @param voxels to which edges were rounded
 * @param disjoint how many of this size find room side by side: independent ones are no more
 */
public record SubVolumeSize(double edge, Shape voxels, long disjoint) {
}
