// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * How values of a type are written.
 *
 * @param <T> the type
 */
interface LeafFormat<T> {

    T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;

    void save(T value, NodeSettingsWO settings, String key);

    /** Writes what stands in for an absent value. */
    void saveEmpty(NodeSettingsWO settings, String key);

    /**
     * @param type the type of a value
     * @param field the field that has it
     * @return how it is written
     * @throws IllegalArgumentException if the type cannot be stored
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static LeafFormat<?> of(final Class<?> type, final StoredField field) {
        if (type.isEnum()) {
            return new EnumFormat(type);
        }
        return BasicFormats.of(type).or(() -> TimeFormats.of(type))
            .orElseThrow(() -> new IllegalArgumentException("The field " + field.field() + " cannot be stored: there "
                + "is no persistor for " + type.getName() + "."));
    }

    /** Reads a value by its key. */
    @FunctionalInterface
    interface Reader<T> {
        T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Writes a value under its key. */
    @FunctionalInterface
    interface Writer<T> {
        void write(NodeSettingsWO settings, String key, T value);
    }

    /** A format that consists of a method to read and a method to write. */
    record Simple<T>(Reader<T> reader, Writer<T> writer, T empty) implements LeafFormat<T> {

        @Override
        public T load(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
            return reader.read(settings, key);
        }

        @Override
        public void save(final T value, final NodeSettingsWO settings, final String key) {
            writer.write(settings, key, value);
        }

        @Override
        public void saveEmpty(final NodeSettingsWO settings, final String key) {
            writer.write(settings, key, empty);
        }
    }
}
