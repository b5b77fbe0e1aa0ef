// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;

import org.electrode4d.volume.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** What a node does in its execute method. Run by {@link NodeExecution}. */
@FunctionalInterface
public interface NodeWork {

    /**
     * Does the work.
     *
     * @throws IOException where data cannot be read or written
     * @throws KNIMEException with a message of the node's own
     * @throws InvalidSettingsException where parameters and input table do not go together
     * @throws CanceledExecutionException where the user cancelled
     */
    void run(Progress progress)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException;
}
