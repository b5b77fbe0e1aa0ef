// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/** Reads of a saved workflow what a report says about it: graph, description, settings. Knows KNIME's files only. */
package org.electrode4d.report.workflow;
