// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/**
 * Superpixels: small uniform regions, their features, and phases made of regions by rules or by the classes that a
 * learner gave them.
 */
package org.electrode4d.segmentation.superpixel;
