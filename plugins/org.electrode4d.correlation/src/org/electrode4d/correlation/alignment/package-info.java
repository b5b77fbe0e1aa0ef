// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Brings the scans of a series onto each other: rigidly, by the current collector or by any mask. */
package org.electrode4d.correlation.alignment;
