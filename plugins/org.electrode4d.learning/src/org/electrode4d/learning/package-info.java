// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Segmentation by learning from labels: an attention residual U-Net and a pixel classifier. */
package org.electrode4d.learning;
