// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.electrode4d.learning.LearningException;

/** Fields of JSON objects that must be there. JSON knows no NaN: what is not a number is null. */
final class JsonFields {

    private JsonFields() {
    }

    static void put(final ObjectNode object, final String name, final double value) {
        if (Double.isFinite(value)) {
            object.put(name, value);
        } else {
            object.putNull(name);
        }
    }

    /** NaN where it is null. */
    static double number(final JsonNode object, final String name) {
        return number(name, field(object, name));
    }

    private static double number(final String name, final JsonNode value) {
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return value.doubleValue();
    }

    static long integer(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "an integer", value);
        }
        return value.longValue();
    }

    static int small(final JsonNode object, final String name) {
        final long value = integer(object, name);
        if (value != (int)value) {
            throw wrong(name, "an integer below 2^31", field(object, name));
        }
        return (int)value;
    }

    static boolean truth(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.booleanValue();
    }

    static String text(final JsonNode object, final String name) {
        return text(name, field(object, name));
    }

    private static String text(final String name, final JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(name, "a text", value);
        }
        return value.textValue();
    }

    static List<String> texts(final JsonNode object, final String name) {
        return list(object, name, value -> text(name, value));
    }

    static List<Double> numbers(final JsonNode object, final String name) {
        return list(object, name, value -> number(name, value));
    }

    static <T> List<T> list(final JsonNode object, final String name, final Function<JsonNode, T> element) {
        final JsonNode values = field(object, name);
        if (!values.isArray()) {
            throw wrong(name, "a list", values);
        }
        final List<T> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(element.apply(value)));
        return list;
    }

    static SortedMap<String, String> map(final JsonNode object, final String name) {
        final JsonNode values = object(object, name);
        final SortedMap<String, String> map = new TreeMap<>();
        values.fieldNames().forEachRemaining(key -> map.put(key, text(values, key)));
        return map;
    }

    static JsonNode object(final JsonNode object, final String name) {
        final JsonNode value = field(object, name);
        if (!value.isObject()) {
            throw wrong(name, "an object", value);
        }
        return value;
    }

    static void putTexts(final ObjectNode object, final String name, final List<String> texts) {
        final ArrayNode list = object.putArray(name);
        texts.forEach(list::add);
    }

    static void putNumbers(final ObjectNode object, final String name, final List<Double> numbers) {
        final ArrayNode list = object.putArray(name);
        numbers.forEach(number -> list.add(Double.isFinite(number) ? number : null));
    }

    static void putMap(final ObjectNode object, final String name, final SortedMap<String, String> texts) {
        final ObjectNode map = object.putObject(name);
        texts.forEach(map::put);
    }

    private static JsonNode field(final JsonNode object, final String name) {
        final JsonNode value = object.get(name);
        if (value == null) {
            throw new LearningException("The field '" + name + "' is missing. Copy or write the model again.");
        }
        return value;
    }

    private static LearningException wrong(final String name, final String expected, final JsonNode value) {
        return new LearningException("The field '" + name + "' is " + value + ", but " + expected
            + " was expected. Copy or write the model again.");
    }
}
