// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** The report of a run: what was executed with which settings, what came out, and what it was made of. */
package org.electrode4d.embedded.report;
