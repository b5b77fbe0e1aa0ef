// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** A random forest on histograms: trained on labelled voxels, fast on whole volumes. */
package org.electrode4d.learning.forest;
