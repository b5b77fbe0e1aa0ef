// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** The surfaces between labels: crossings of lines of voxels, their area, and triangles. */
package org.electrode4d.volume.surface;
