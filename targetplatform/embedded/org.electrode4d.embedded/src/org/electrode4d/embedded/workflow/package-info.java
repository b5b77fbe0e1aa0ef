// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * Workflows as they are stored: {@code workflow.knime}, the {@code settings.xml} of each node, the description, and
 * {@code .knwf} archives. Files are written with the keys, types and order of KNIME 5.9; keys that are not known here
 * are kept. Nothing in this package needs the plug-ins of the nodes.
 */
package org.electrode4d.embedded.workflow;
