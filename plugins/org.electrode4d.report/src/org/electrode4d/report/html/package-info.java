// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Writes a report as one self-contained HTML file: styles, vector graphics and pictures are inside, nothing is loaded
 * from elsewhere and nothing is run.
 */
package org.electrode4d.report.html;
