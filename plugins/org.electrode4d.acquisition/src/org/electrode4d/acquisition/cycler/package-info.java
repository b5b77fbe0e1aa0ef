// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Logs of other cyclers, and what five identical cells have in common. */
package org.electrode4d.acquisition.cycler;
