// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

/** What travels along the connections of a workflow beside the data. */
abstract class FlowObject {
}
