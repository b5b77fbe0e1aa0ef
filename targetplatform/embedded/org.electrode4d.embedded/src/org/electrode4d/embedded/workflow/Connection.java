// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

/**
 * A wire from an output port to an input port. Ports count as in KNIME's files: 0 is the flow-variable port, data
 * ports start at 1.
 *
 * @param source id of the node that gives
 * @param sourcePort output port of the source
 * @param target id of the node that takes
 * @param targetPort input port of the target
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {

    /** Whether both ends are flow-variable ports: such a wire orders nodes and carries variables, no data. */
    public boolean isFlowVariableConnection() {
        return sourcePort == 0 && targetPort == 0;
    }

    @Override
    public String toString() {
        return "#" + source + ":" + sourcePort + " -> #" + target + ":" + targetPort;
    }
}
