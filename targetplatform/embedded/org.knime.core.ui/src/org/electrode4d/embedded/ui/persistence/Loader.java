// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.ParametersLoader;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Makes objects of settings. */
final class Loader {

    private Loader() {
    }

    static Object load(final ResolvedType type, final NodeSettingsRO settings) throws InvalidSettingsException {
        return load(FieldRules.of(type.raw()), settings, present -> loadFields(type, present));
    }

    private static Object loadFields(final ResolvedType type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Object object = Defaults.create(type.raw());
        for (final StoredField field : StoredFields.of(type)) {
            field.set(object, load(field, settings));
        }
        return object;
    }

    private static Object load(final StoredField field, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final FieldRules rules = FieldRules.of(field);
        if (rules.loadsDefaultIfAbsent() && isAbsent(rules.paths(), settings)) {
            return field.get(Defaults.create(field.owner()));
        }
        return load(rules, settings, present -> loadPresent(field, present));
    }

    /** Takes the first migration that accepts the settings, else the persistor, else the default way. */
    private static Object load(final FieldRules rules, final NodeSettingsRO settings,
        final ParametersLoader<Object> defaultWay) throws InvalidSettingsException {
        for (final ConfigMigration<?> migration : rules.migrations()) {
            if (accepts(migration, rules, settings)) {
                return migration.getLoader().load(settings);
            }
        }
        final Optional<NodeParametersPersistor<Object>> persistor = rules.persistor();
        return persistor.isPresent() ? persistor.get().load(settings) : defaultWay.load(settings);
    }

    private static boolean accepts(final ConfigMigration<?> migration, final FieldRules rules,
        final NodeSettingsRO settings) {
        if (migration.getMatcher() == WhenNewKeysAreAbsent.INSTANCE) {
            CheckUtils.checkState(!rules.paths().isEmpty(), "A migration without matcher and deprecated config paths "
                + "needs a persistor that tells its config paths.");
            return isAbsent(rules.paths(), settings);
        }
        return migration.getMatcher().test(settings);
    }

    private static boolean isAbsent(final List<List<String>> paths, final NodeSettingsRO settings) {
        return paths.stream().noneMatch(path -> ConfigPaths.exists(settings, path));
    }

    private static Object loadPresent(final StoredField field, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        if (field.isGroup()) {
            return load(field.type(), settings.getNodeSettings(field.key()));
        }
        if (field.isGroupArray()) {
            return loadElements(field, settings.getNodeSettings(field.key()));
        }
        return Leaf.of(field).load(settings);
    }

    private static Object loadElements(final StoredField field, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final List<Object> elements = new ArrayList<>();
        final long size = settings.keySet().stream().filter(key -> key.matches("\\d+")).count();
        for (int i = 0; i < size; i++) {
            elements.add(load(field.elementType(), settings.getNodeSettings(Integer.toString(i))));
        }
        if (!field.type().raw().isArray()) {
            return checkedList(field, elements);
        }
        return elements.toArray((Object[])Array.newInstance(field.elementType().raw(), elements.size()));
    }

    private static Object checkedList(final StoredField field, final List<Object> elements) {
        final Class<?> type = field.type().raw();
        CheckUtils.checkState(type == List.class || type == Collection.class || type == ArrayList.class,
            "The field %s is neither an array nor a List nor a Collection.", field.field());
        return elements;
    }
}
