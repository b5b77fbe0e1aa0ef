// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

/** Something to read or to look at in a report. */
public sealed interface Content permits Paragraph, Notice, Facts, Table, Chart, Picture, WorkflowGraph {
}
