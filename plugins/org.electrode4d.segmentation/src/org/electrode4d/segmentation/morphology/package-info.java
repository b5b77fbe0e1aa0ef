// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Binary and grey morphology, watershed, and what follows from distances and components. */
package org.electrode4d.segmentation.morphology;
