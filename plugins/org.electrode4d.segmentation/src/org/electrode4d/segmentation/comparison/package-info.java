// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Measured particles beside true ones: which is which, where they went, and what became of their volume. */
package org.electrode4d.segmentation.comparison;
