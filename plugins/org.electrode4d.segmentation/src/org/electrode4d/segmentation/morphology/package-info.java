// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Distances, components and what follows from them, on masks and labels of any size. */
package org.electrode4d.segmentation.morphology;
