// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.NodeParameters;

/**
 * What one execution works on.
 *
 * @param parameters the parameters; null for a node without
 * @param inObjects the objects at the input ports
 * @param context progress, cancellation, new tables and file stores
 */
record ExecuteData(NodeParameters parameters, PortObject[] inObjects, ExecutionContext context) {
}
