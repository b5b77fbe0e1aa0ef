// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * The voxel loops of volume correlation: sampling, sums over windows, normal equations.
 */
package org.electrode4d.correlation.kernel;
