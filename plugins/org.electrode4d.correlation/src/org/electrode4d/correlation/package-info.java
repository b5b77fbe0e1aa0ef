// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Digital volume correlation: global registration, local correlation on a grid, deformation fields, strain, residuals.
 * Axes are x, y, z; a displacement says where a material point of the reference is found in the deformed volume.
 */
package org.electrode4d.correlation;
