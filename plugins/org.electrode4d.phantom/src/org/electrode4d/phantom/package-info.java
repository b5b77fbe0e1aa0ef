// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Tomograms of a textured solid before and after an exactly known motion: the ground truth of registration and local
 * correlation. Start at {@link org.electrode4d.phantom.TexturePhantom}; motions are made by
 * {@link org.electrode4d.phantom.Deformations}. Lengths are voxels of the reference state unless said otherwise.
 */
package org.electrode4d.phantom;
