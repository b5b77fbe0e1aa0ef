// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.worker.WorkerSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What computes networks, and what it may take. */
final class EngineNodeParameters implements NodeParameters {

    private static final int MEGABYTE_BITS = 20;

    @Widget(title = "Engine", description = "The library that computes the network, in a process of its own: if it "
        + "crashes, the node fails and KNIME lives on. Models of all engines are the same.")
    EngineChoice m_engine = EngineChoice.AUTOMATIC;

    @Widget(title = "Memory [MB]", description = "Of the process of the engine, beside the memory of KNIME.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_memory = 4096;

    @Widget(title = "Threads", description = "Of the engine; 0 for as many as the processor has. The same number gives "
        + "the same numbers, bit by bit.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_threads;

    WorkerSettings settings() {
        return WorkerSettings.of(m_threads == 0 ? Runtime.getRuntime().availableProcessors() : m_threads,
            (long)m_memory << MEGABYTE_BITS);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
