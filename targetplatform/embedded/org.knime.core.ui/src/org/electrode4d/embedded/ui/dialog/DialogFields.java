// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.electrode4d.embedded.ui.persistence.Defaults;
import org.electrode4d.embedded.ui.persistence.ResolvedType;
import org.electrode4d.embedded.ui.persistence.StoredField;
import org.electrode4d.embedded.ui.persistence.StoredFields;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.ValueReference;

/** The fields of a dialog, and the values of those that have a reference. An array stands for its first element. */
final class DialogFields {

    private final List<StoredField> fields = new ArrayList<>();
    private final Set<Class<?>> owners = new LinkedHashSet<>();
    private final Map<Class<?>, Object> values = new HashMap<>();

    private DialogFields() {
    }

    static DialogFields of(final WidgetGroup group) {
        final DialogFields collected = new DialogFields();
        collected.collect(ResolvedType.of(group.getClass()), group);
        return collected;
    }

    List<StoredField> fields() {
        return fields;
    }

    /** The classes that have the fields. */
    Set<Class<?>> owners() {
        return owners;
    }

    boolean has(final Class<?> reference) {
        return values.containsKey(reference);
    }

    Object value(final Class<?> reference) {
        CheckUtils.checkState(has(reference), "No field has @ValueReference(%s.class).", reference.getSimpleName());
        return values.get(reference);
    }

    private void collect(final ResolvedType type, final Object object) {
        owners.add(type.raw());
        for (final StoredField field : StoredFields.of(type)) {
            final Object value = field.get(object);
            fields.add(field);
            field.annotation(ValueReference.class).ifPresent(reference -> values.put(reference.value(), value));
            if (field.isGroup() && value instanceof WidgetGroup) {
                collect(field.type(), value);
            } else if (field.isGroupArray()) {
                collect(field.elementType(), element(field, value));
            }
        }
    }

    private static Object element(final StoredField field, final Object array) {
        if (array instanceof Collection<?> list && !list.isEmpty()) {
            return list.iterator().next();
        }
        final boolean filled = array != null && array.getClass().isArray() && Array.getLength(array) > 0;
        return filled ? Array.get(array, 0) : Defaults.create(field.elementType().raw());
    }
}
