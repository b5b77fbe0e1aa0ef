// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Cycles a cell on an instrument, takes scans between the steps, and keeps a log of everything.
 *
 * <p>Signs and units, throughout: a positive current charges the full cell; volt, ampere, second, coulomb (ampere
 * second), degree Celsius. Times are seconds of a {@link org.electrode4d.acquisition.Clock}.</p>
 */
package org.electrode4d.acquisition;
