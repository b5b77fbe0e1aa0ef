// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.electrode4d.embedded.ui.persistence.ConfigPaths;
import org.electrode4d.embedded.ui.persistence.WhenNewKeysAreAbsent;
import org.knime.core.node.NodeSettingsRO;

/**
 * One way to load a value from settings of an older version. It is taken when its matcher accepts the settings. Without
 * a matcher, it is taken when all deprecated paths exist; without these either, when none of the present keys exists.
 *
 * @param <T> the type of the value
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> loader;
    private final Predicate<NodeSettingsRO> matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        this.loader = loader;
        this.matcher = matcher;
    }

    /** @return loads the value */
    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** @return accepts settings of the older version */
    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /**
     * @param <T> the type of the value
     * @param loader loads the value
     * @return for the conditions
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /**
     * Collects the conditions of a migration.
     *
     * @param <T> the type of the value
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;
        private final List<List<String>> deprecatedPaths = new ArrayList<>();
        private Predicate<NodeSettingsRO> matcher;

        /** @param loader loads the value */
        public Builder(final ParametersLoader<T> loader) {
            this.loader = Objects.requireNonNull(loader, "A migration needs a loader.");
        }

        /**
         * @param configKeys the path of a key that only the older version has
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            deprecatedPaths.add(List.copyOf(Arrays.asList(configKeys)));
            return this;
        }

        /**
         * @param accepts accepts settings of the older version
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> accepts) {
            matcher = accepts;
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(loader, matcher == null ? defaultMatcher() : matcher);
        }

        private Predicate<NodeSettingsRO> defaultMatcher() {
            if (deprecatedPaths.isEmpty()) {
                return WhenNewKeysAreAbsent.INSTANCE;
            }
            final List<List<String>> paths = List.copyOf(deprecatedPaths);
            return settings -> paths.stream().allMatch(path -> ConfigPaths.exists(settings, path));
        }
    }
}
