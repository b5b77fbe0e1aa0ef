// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;

/** The value of an entry of a configuration, written and read as the value of a flow variable. */
final class EntryValue {

    private EntryValue() {
    }

    /** Puts a value in the place of an entry, and keeps the type of the entry. */
    static void overwrite(final Config config, final String key, final Object value)
        throws InvalidConfigEntryException {
        AbstractConfigEntry entry = config.getEntry(key);
        try {
            switch (entry.getType()) {
                case xstring -> config.addString(key, value.toString());
                case xtransientstring -> config.addTransientString(key, value.toString());
                case xboolean -> config.addBoolean(key, truth(value.toString()));
                case xchar -> config.addChar(key, character(value));
                case xbyte -> config.addByte(key, Byte.parseByte(value.toString()));
                case xshort -> config.addShort(key, Short.parseShort(value.toString()));
                case xint -> config.addInt(key, Integer.parseInt(value.toString()));
                case xlong -> config.addLong(key, ((Number)value).longValue());
                case xfloat -> config.addFloat(key, ((Number)value).floatValue());
                case xdouble -> config.addDouble(key, ((Number)value).doubleValue());
                default -> throw new IllegalArgumentException("no variable can drive it");
            }
        } catch (IllegalArgumentException e) {
            throw failure("\"" + value + "\" cannot be put in the place of " + entry + ": " + e.getMessage(), e);
        }
    }

    /** Reads a value as that type. */
    static <T> T convert(final String text, final VariableType<T> type) throws InvalidConfigEntryException {
        try {
            Object value = switch (type.getIdentifier()) {
                case "BOOLEAN" -> truth(text);
                case "INTEGER" -> Integer.valueOf(text);
                case "LONG" -> Long.valueOf(text);
                case "DOUBLE" -> Double.valueOf(text);
                default -> text;
            };
            return type.getSimpleType().cast(value);
        } catch (IllegalArgumentException e) {
            throw failure("\"" + text + "\" is no " + type, e);
        }
    }

    private static char character(final Object value) {
        if (value instanceof Integer) {
            int code = (Integer)value;
            if (code < Character.MIN_VALUE || code > Character.MAX_VALUE) {
                throw new IllegalArgumentException(code + " is the code of no character");
            }
            return (char)code;
        }
        if (value.toString().length() != 1) {
            throw new IllegalArgumentException("expected one character");
        }
        return value.toString().charAt(0);
    }

    private static boolean truth(final String text) {
        if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("expected true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static InvalidConfigEntryException failure(final String message, final Throwable cause) {
        return new InvalidConfigEntryException(message, cause, name -> "Flow variable \"" + name + "\": " + message);
    }
}
