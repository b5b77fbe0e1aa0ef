// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** How well a segmentation agrees with a reference. */
package org.electrode4d.segmentation.score;
