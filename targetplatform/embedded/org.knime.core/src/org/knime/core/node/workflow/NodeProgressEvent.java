// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.EventObject;

/** A node's progress or message has changed. */
public class NodeProgressEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private final transient NodeProgress progress;

    /**
     * @param src the node
     * @param progress its progress now
     */
    public NodeProgressEvent(final NodeID src, final NodeProgress progress) {
        super(src);
        this.progress = progress;
    }

    /** @return the progress at the time of the event */
    public NodeProgress getNodeProgress() {
        return progress;
    }

    @Override
    public NodeID getSource() {
        return (NodeID)super.getSource();
    }
}
