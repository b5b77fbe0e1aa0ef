// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** What the annotations of a field, or of a class, say about storing it. */
final class FieldRules {

    private final Optional<Persistor> persistor;
    private final Optional<Migration> migration;
    private final boolean defaultIfAbsent;
    private final List<String> defaultPath;

    private FieldRules(final Optional<Persistor> persistor, final Optional<Migration> migration,
        final boolean defaultIfAbsent, final List<String> defaultPath) {
        this.persistor = persistor;
        this.migration = migration;
        this.defaultIfAbsent = defaultIfAbsent;
        this.defaultPath = defaultPath;
    }

    static FieldRules of(final Class<?> type) {
        return new FieldRules(Optional.ofNullable(type.getAnnotation(Persistor.class)),
            Optional.ofNullable(type.getAnnotation(Migration.class)), false, List.of());
    }

    static FieldRules of(final StoredField field) {
        final Optional<Persistor> persistor = field.annotation(Persistor.class);
        final Optional<Migration> migration = field.annotation(Migration.class);
        final Optional<Migrate> migrate = field.annotation(Migrate.class);
        checkNotBoth(persistor.isPresent() && field.annotation(Persist.class).isPresent(),
            "@Persistor and @Persist", field);
        checkNotBoth(migration.isPresent() && migrate.isPresent(), "@Migration and @Migrate", field);
        final boolean byField = migrate.filter(Migrate::loadDefaultIfAbsent).isPresent();
        final boolean byClass =
            migration.isEmpty() && field.owner().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
        final FieldRules rules = new FieldRules(persistor, migration, byField || byClass, List.of(field.key()));
        CheckUtils.checkState(!byField || !rules.paths().isEmpty(),
            "The field %s cannot load a default when its key is absent, because it has no key.", field.field());
        return rules;
    }

    private static void checkNotBoth(final boolean both, final String annotations, final StoredField field) {
        CheckUtils.checkState(!both, "The field %s has both %s.", field.field(), annotations);
    }

    @SuppressWarnings("unchecked")
    Optional<NodeParametersPersistor<Object>> persistor() {
        return persistor.map(annotation -> (NodeParametersPersistor<Object>)Defaults.create(annotation.value()));
    }

    @SuppressWarnings("unchecked")
    List<ConfigMigration<?>> migrations() {
        return migration.map(annotation -> (NodeParametersMigration<Object>)Defaults.create(annotation.value()))
            .<List<ConfigMigration<?>>>map(migrations -> List.copyOf(migrations.getConfigMigrations()))
            .orElse(List.of());
    }

    /** @return the keys that are written, relative to the settings of the class that has the field */
    List<List<String>> paths() {
        return persistor().map(NodeParametersPersistor::getConfigPaths)
            .map(paths -> List.of(paths).stream().map(List::of).toList()).orElse(List.of(defaultPath));
    }

    boolean loadsDefaultIfAbsent() {
        return defaultIfAbsent && !paths().isEmpty();
    }
}
