// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * Tomograms made ready for segmentation and correlation: rings removed, noise reduced, grey values equalised, and
 * matched along a series.
 */
package org.electrode4d.volume.preparation;
