// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Connects the state machine of a protocol to instrument, scans, log and time, and sees to the safe state. */
package org.electrode4d.acquisition.control;
