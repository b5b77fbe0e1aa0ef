// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Training with presets, early stopping, checkpoints and learning curves. */
package org.electrode4d.learning.training;
