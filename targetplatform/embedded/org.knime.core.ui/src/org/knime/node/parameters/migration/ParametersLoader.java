// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Loads a value from settings.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersLoader<T> {

    /**
     * @param settings the settings of the class that contains the value
     * @return the value
     * @throws InvalidSettingsException if a key is missing or has the wrong type
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}
