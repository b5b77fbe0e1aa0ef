// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** A simulated cell, simulated instruments that speak the languages of real ones, and faults. */
package org.electrode4d.acquisition.simulation;
