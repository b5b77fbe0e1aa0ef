// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Features of voxels at several scales, for the pixel classifier. */
package org.electrode4d.learning.features;
