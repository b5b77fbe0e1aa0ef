// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the fields of a class that KNIME knows: neither private nor static nor transient, those of superclasses first.
 * A field that hides one of a superclass takes its place. Private fields are left out silently.
 */
public final class StoredFields {

    private StoredFields() {
    }

    /**
     * @param owner a class whose fields are stored or shown
     * @return its fields with their types
     */
    public static List<StoredField> of(final ResolvedType owner) {
        final Map<String, StoredField> fields = new LinkedHashMap<>();
        collect(owner, owner.raw(), fields);
        return List.copyOf(fields.values());
    }

    private static void collect(final ResolvedType type, final Class<?> owner, final Map<String, StoredField> fields) {
        if (type.raw().getSuperclass() != null && type.raw().getSuperclass() != Object.class) {
            collect(type.resolve(type.raw().getGenericSuperclass()), owner, fields);
        }
        for (final Field field : type.raw().getDeclaredFields()) {
            if (isStored(field)) {
                fields.put(field.getName(), new StoredField(field, type.resolve(field.getGenericType()), owner));
            }
        }
    }

    /**
     * @param owner a class whose fields are stored or shown
     * @return its own fields that KNIME ignores because they are private
     */
    public static List<Field> ignored(final Class<?> owner) {
        return Stream.of(owner.getDeclaredFields()).filter(field -> Modifier.isPrivate(field.getModifiers()))
            .filter(field -> !Modifier.isStatic(field.getModifiers())).toList();
    }

    private static boolean isStored(final Field field) {
        final int ignored = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
        return !field.isSynthetic() && (field.getModifiers() & ignored) == 0;
    }
}
