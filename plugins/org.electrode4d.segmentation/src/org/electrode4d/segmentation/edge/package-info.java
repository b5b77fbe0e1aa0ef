// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * How sharp a tomogram is, by the profiles of edges that are chosen automatically, and profiles along lines. Positions
 * are µm and count from the origin of the volume.
 */
package org.electrode4d.segmentation.edge;
