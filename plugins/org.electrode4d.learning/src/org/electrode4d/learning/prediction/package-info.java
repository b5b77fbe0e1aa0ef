// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Volumes segmented tile by tile with a trained model. */
package org.electrode4d.learning.prediction;
