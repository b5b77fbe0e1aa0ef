// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import org.electrode4d.embedded.spi.NodeModels;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;

/** Loads and saves the parameters of a model as KNIME does when a node breaks while it does so. */
final class ModelSettings {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(ModelSettings.class);

    private ModelSettings() {
    }

    /**
     * Validates the parameters, then loads them.
     *
     * @param settings the config {@code model}
     * @throws InvalidSettingsException if a key is missing, a value is refused, or the node fails in another way; it
     *         keeps what it had
     */
    static void load(final NodeModel model, final NodeSettings settings) throws InvalidSettingsException {
        try {
            NodeModels.loadSettings(model, settings);
        } catch (RuntimeException e) {
            final String message = "Loading model settings failed, caught \"" + e.getClass().getSimpleName() + "\": "
                + e.getMessage();
            LOGGER.coding(message, e);
            throw new InvalidSettingsException(message, e);
        }
    }

    /**
     * The parameters that were loaded, or made at the first configuration, or defaults. A field of a type that cannot
     * be stored ends the saving with a line in the log; that field and what follows are lost.
     *
     * @return the config {@code model}
     */
    static NodeSettings save(final NodeModel model) {
        final NodeSettings settings = new NodeSettings("model");
        try {
            NodeModels.saveSettings(model, settings);
        } catch (RuntimeException e) {
            LOGGER.error("Could not save model", e);
        }
        return settings;
    }
}
