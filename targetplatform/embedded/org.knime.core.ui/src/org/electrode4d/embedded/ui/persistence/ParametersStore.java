// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;

/** Saves and loads the parameters of a node or a view. */
public final class ParametersStore {

    private ParametersStore() {
    }

    /**
     * @param parameters what is stored
     * @param settings takes one entry or config per field
     * @throws IllegalArgumentException if a field has a type that cannot be stored; fields before it are stored
     */
    public static void save(final NodeParameters parameters, final NodeSettingsWO settings) {
        Saver.save(ResolvedType.of(parameters.getClass()), parameters, settings);
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
        return type.cast(Loader.load(ResolvedType.of(type), settings));
    }
}
