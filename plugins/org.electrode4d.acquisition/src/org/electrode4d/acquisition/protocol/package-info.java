// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** A cycling protocol as data: steps, their ends, rates, their text form, preview and checks. */
package org.electrode4d.acquisition.protocol;
