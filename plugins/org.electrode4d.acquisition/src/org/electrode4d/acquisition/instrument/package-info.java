// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Potentiostats behind one interface. */
package org.electrode4d.acquisition.instrument;
