// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Labelled slices, normalisation, augmentation, and how they are split for training and validation. */
package org.electrode4d.learning.data;
