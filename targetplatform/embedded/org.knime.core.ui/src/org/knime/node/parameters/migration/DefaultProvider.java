// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives a value other than the default to settings which do not have the value yet.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value for older settings */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T>builder(settings -> getDefault()).build());
    }
}
