// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * What covers the surface of particles, and how thick the solid electrolyte interphase (SEI) on it is, by rays along
 * the normals of the surface. Lengths are µm, thickness of the SEI nm.
 */
package org.electrode4d.segmentation.coverage;
