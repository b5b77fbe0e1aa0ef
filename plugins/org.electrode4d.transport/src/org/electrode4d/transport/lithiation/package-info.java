// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

/** Lithiation of one particle through the part of its surface that ions reach. */
package org.electrode4d.transport.lithiation;
