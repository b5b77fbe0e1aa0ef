// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Hears of the progress of a node. */
public interface NodeProgressListener extends EventListener {

    /** @param pe the new progress and message */
    void progressChanged(NodeProgressEvent pe);
}
