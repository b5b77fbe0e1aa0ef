// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Writes the fields of an object to settings. */
final class Saver {

    private Saver() {
    }

    static void save(final ResolvedType type, final Object object, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor = FieldRules.of(type.raw()).persistor();
        if (persistor.isPresent()) {
            persistor.get().save(object, settings);
            return;
        }
        for (final StoredField field : StoredFields.of(type)) {
            save(field, field.get(object), settings);
        }
    }

    private static void save(final StoredField field, final Object value, final NodeSettingsWO settings) {
        final Optional<NodeParametersPersistor<Object>> persistor = FieldRules.of(field).persistor();
        if (persistor.isPresent()) {
            persistor.get().save(value, settings);
        } else if (field.isGroup()) {
            save(field.type(), value, settings.addNodeSettings(field.key()));
        } else if (field.isGroupArray()) {
            saveElements(field, value, settings.addNodeSettings(field.key()));
        } else {
            Leaf.of(field).save(value, settings);
        }
    }

    private static void saveElements(final StoredField field, final Object array, final NodeSettingsWO settings) {
        if (array == null) {
            return;
        }
        final Collection<?> elements = array instanceof Collection<?> list ? list : List.of((Object[])array);
        int index = 0;
        for (final Object element : elements) {
            save(field.elementType(), element, settings.addNodeSettings(Integer.toString(index)));
            index++;
        }
    }
}
