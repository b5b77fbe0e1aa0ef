// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Finite elements in space and BDF2 in time: diffusion of lithium into a measured structure. */
package org.electrode4d.transport.diffusion;
