// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The parameters of a node or of its view. Implementations have a constructor without arguments, and may have one that
 * takes a {@link NodeParametersInput} for defaults that depend on the input.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /**
     * Called whenever parameters were loaded, and for new defaults.
     *
     * @throws InvalidSettingsException if the values do not fit together
     */
    default void validate() throws InvalidSettingsException {
    }
}
