// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import static java.util.Map.entry;

import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.ui.persistence.LeafFormat.Reader;
import org.electrode4d.embedded.ui.persistence.LeafFormat.Writer;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Numbers, texts, arrays of them, and data types. There is none for short, as in KNIME. */
final class BasicFormats {

    private static final Map<Class<?>, LeafFormat<?>> FORMATS = Map.ofEntries(
        one(Integer.class, NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0),
        one(Long.class, NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L),
        one(Double.class, NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0),
        one(Float.class, NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0.0f),
        one(Byte.class, NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte)0),
        one(Character.class, NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' '),
        one(Boolean.class, NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false),
        one(String.class, NodeSettingsRO::getString, NodeSettingsWO::addString, null),
        one(int[].class, NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]),
        one(long[].class, NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]),
        one(double[].class, NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0]),
        one(float[].class, NodeSettingsRO::getFloatArray, NodeSettingsWO::addFloatArray, new float[0]),
        one(byte[].class, NodeSettingsRO::getByteArray, NodeSettingsWO::addByteArray, new byte[0]),
        one(char[].class, NodeSettingsRO::getCharArray, NodeSettingsWO::addCharArray, new char[0]),
        one(boolean[].class, NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray, new boolean[0]),
        one(String[].class, NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0]),
        one(DataType.class, NodeSettingsRO::getDataType, NodeSettingsWO::addDataType, StringCell.TYPE),
        one(Void.class, (settings, key) -> null, (settings, key, value) -> { }, null));

    private BasicFormats() {
    }

    static Optional<LeafFormat<?>> of(final Class<?> type) {
        return Optional.ofNullable(FORMATS.get(wrapped(type)));
    }

    private static Class<?> wrapped(final Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    private static <T> Map.Entry<Class<?>, LeafFormat<?>> one(final Class<T> type, final Reader<T> reader,
        final Writer<T> writer, final T empty) {
        return entry(type, new LeafFormat.Simple<>(reader, writer, empty));
    }
}
