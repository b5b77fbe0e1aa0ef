// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Distances and connected components of masks and labels of any size, and the planes that they are made of. */
package org.electrode4d.volume.morphology;
