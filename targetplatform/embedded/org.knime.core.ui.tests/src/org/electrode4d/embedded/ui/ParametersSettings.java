// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import org.electrode4d.embedded.ui.model.ParametersInput;
import org.electrode4d.embedded.ui.persistence.Defaults;
import org.electrode4d.embedded.ui.persistence.ParametersStore;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Saves and loads parameters outside of a node. */
public final class ParametersSettings {

    private ParametersSettings() {
    }

    /**
     * @param <P> the class of the parameters
     * @param type that class
     * @return new parameters from the constructor without arguments
     */
    public static <P extends NodeParameters> P defaults(final Class<P> type) {
        return Defaults.create(type);
    }

    /**
     * @param <P> the class of the parameters
     * @param type that class
     * @param input what is known at the input, see {@link #input}
     * @return new parameters from the constructor that takes the input if there is one
     */
    public static <P extends NodeParameters> P defaults(final Class<P> type, final NodeParametersInput input) {
        return Defaults.create(type, input);
    }

    /**
     * @param specs the specs at the input ports
     * @return the input of a node that is in no workflow
     */
    public static NodeParametersInput input(final PortObjectSpec... specs) {
        return ParametersInput.of(specs);
    }

    /**
     * @param parameters what is stored
     * @param settings takes one entry or config per field
     * @throws IllegalArgumentException if a field has a type that cannot be stored; fields before it are stored
     */
    public static void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        ParametersStore.save(parameters, settings);
    }

    /**
     * @param parameters what is stored
     * @param key the key of the config, "model" or "view"
     * @return the config
     */
    public static NodeSettings save(final NodeParameters parameters, final String key) {
        final NodeSettings settings = new NodeSettings(key);
        save(parameters, settings);
        return settings;
    }

    /**
     * @param <P> the class of the parameters
     * @param type that class
     * @param settings what was stored
     * @return the parameters, not validated
     * @throws InvalidSettingsException if a key is missing or has the wrong type
     */
    public static <P extends NodeParameters> P load(final Class<P> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        return ParametersStore.load(type, settings);
    }
}
