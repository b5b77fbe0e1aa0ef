// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores a field without fields of its own under its key. */
interface Leaf {

    /**
     * @param field the field
     * @return stores it
     * @throws IllegalArgumentException if the type cannot be stored
     */
    static Leaf of(final StoredField field) {
        if (field.type().raw() == Optional.class) {
            return new OptionalLeaf<>(LeafFormat.of(field.elementType().raw(), field), field.key());
        }
        return new PlainLeaf<>(LeafFormat.of(field.type().raw(), field), field.key());
    }

    void save(Object value, NodeSettingsWO settings);

    Object load(NodeSettingsRO settings) throws InvalidSettingsException;

    /** A value that is always there. */
    record PlainLeaf<T>(LeafFormat<T> format, String key) implements Leaf {

        @Override
        @SuppressWarnings("unchecked")
        public void save(final Object value, final NodeSettingsWO settings) {
            format.save((T)value, settings, key);
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return format.load(settings, key);
        }
    }

    /** A value that may be absent, which a second entry tells. */
    record OptionalLeaf<T>(LeafFormat<T> format, String key) implements Leaf {

        private String presenceKey() {
            return key + "_is_present";
        }

        @Override
        @SuppressWarnings("unchecked")
        public void save(final Object value, final NodeSettingsWO settings) {
            final Optional<T> optional = (Optional<T>)value;
            if (optional.isPresent()) {
                format.save(optional.get(), settings, key);
            } else {
                format.saveEmpty(settings, key);
            }
            settings.addBoolean(presenceKey(), optional.isPresent());
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getBoolean(presenceKey(), true) ? Optional.ofNullable(format.load(settings, key))
                : Optional.empty();
        }
    }
}
