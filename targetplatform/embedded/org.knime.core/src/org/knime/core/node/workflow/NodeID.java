// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

/** The number of a node within its workflow. */
public class NodeID {

    private final int index;

    /** @param index the number, as in {@code Name (#index)} */
    public NodeID(final int index) {
        this.index = index;
    }

    /** @return the number */
    public int getIndex() {
        return index;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof NodeID && ((NodeID)obj).index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return Integer.toString(index);
    }
}
