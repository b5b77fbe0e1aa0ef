// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

/** State of a node between runs; the names are the ones in KNIME's files. */
public enum NodeState {
    /** The node cannot run: it lacks input or its settings are not valid for its input. */
    IDLE,
    /** The specs of the outputs are known; the node can run when its inputs are there. */
    CONFIGURED,
    /** The outputs are there. */
    EXECUTED
}
