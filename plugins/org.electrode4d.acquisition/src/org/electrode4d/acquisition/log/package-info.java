// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** The log of a run: append-only, and readable whatever happened to the writer. */
package org.electrode4d.acquisition.log;
