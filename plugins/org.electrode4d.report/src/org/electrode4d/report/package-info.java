// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * What a report says, without how it looks: pages of sections with texts, tables, charts, pictures and the graph of a
 * workflow. Knows the JDK only, so that both the command line and nodes can make reports.
 */
package org.electrode4d.report;
