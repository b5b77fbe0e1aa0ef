// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Sparse systems of linear equations: matrices, multigrid, conjugate gradients. */
package org.electrode4d.transport.linear;
