// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** What a protocol does next: a state machine that knows neither time nor hardware. */
package org.electrode4d.acquisition.machine;
