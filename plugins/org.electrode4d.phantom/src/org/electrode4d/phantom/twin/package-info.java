// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * The digital twin of a silicon electrode that is charged and discharged under the nano-tomograph: tomograms whose
 * every truth is known. Start at {@link org.electrode4d.phantom.twin.DigitalTwin}. Lengths are µm, motions are
 * voxels as everywhere in {@link org.electrode4d.phantom}; the collector is at small z.
 */
package org.electrode4d.phantom.twin;
