// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Runs a protocol on a simulated instrument while things go wrong, and judges what became of the cell and of the log.
 */
package org.electrode4d.acquisition.trial;
