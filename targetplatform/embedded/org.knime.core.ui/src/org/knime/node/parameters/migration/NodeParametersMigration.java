// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A list of ways to load a value from settings of older versions.
 *
 * @param <T> the type of the value
 */
public interface NodeParametersMigration<T> {

    /** @return the ways, of which the first that matches the settings is taken */
    List<ConfigMigration<T>> getConfigMigrations();
}
