// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fields of JSON objects that must be there. What is no number, or infinite, is written as text. */
final class JsonFields {

    private JsonFields() {
    }

    static void put(final ObjectNode object, final String name, final double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.put(name, Double.toString(value));
        }
    }

    static double number(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isTextual()) {
            return Double.parseDouble(value.textValue());
        }
        throw wrong(name, "a number", value);
    }

    static long integer(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "an integer", value);
        }
        return value.longValue();
    }

    static int small(final JsonNode object, final String name) {
        return Math.toIntExact(integer(object, name));
    }

    static boolean truth(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    /** May be null where it was null when written. */
    static String text(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isTextual() && !value.isNull()) {
            throw wrong(name, "a text", value);
        }
        return value.textValue();
    }

    static JsonNode field(final JsonNode object, final String name) {
        final JsonNode value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field '" + name + "' is missing");
        }
        return value;
    }

    private static IllegalArgumentException wrong(final String name, final String expected, final JsonNode value) {
        return new IllegalArgumentException("the field '" + name + "' is " + value + "; " + expected
            + " was expected");
    }
}
