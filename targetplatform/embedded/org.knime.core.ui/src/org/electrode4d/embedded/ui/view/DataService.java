// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Answers the JSON-RPC 2.0 calls of a page with public methods of public classes.
 *
 * @param handlers the objects by name; one object may have the name {@link #UNNAMED}
 * @param lifecycle what is done at the end
 */
public record DataService(Map<String, Object> handlers, Lifecycle lifecycle) {

    /** The name of an object whose methods are called without a name in front. */
    public static final String UNNAMED = "";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The codes of the specification (https://www.jsonrpc.org/specification, section 5.1). */
    private static final int PARSE_ERROR = -32700;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int INTERNAL_ERROR = -32603;

    /**
     * @param request a JSON object with "id", "method" and "params" (an array)
     * @return a JSON object with "id", and "result" or "error"
     */
    public String handle(final String request) {
        final JsonNode call;
        try {
            call = MAPPER.readTree(request);
        } catch (JsonProcessingException e) {
            return error(null, PARSE_ERROR, e.getOriginalMessage());
        }
        final JsonNode arguments = call.path("params").isMissingNode() ? MAPPER.createArrayNode() : call.path("params");
        final Optional<Target> target = target(call.path("method").asText(), arguments.size());
        if (target.isEmpty()) {
            return error(call.get("id"), METHOD_NOT_FOUND, "There is no public method " + call.path("method").asText()
                + " with " + arguments.size() + " parameters in a public class.");
        }
        return invoke(target.get(), arguments, call.get("id"));
    }

    private Optional<Target> target(final String name, final int arguments) {
        final int dot = name.lastIndexOf('.');
        final Object handler = handlers.get(dot < 0 ? UNNAMED : name.substring(0, dot));
        if (handler == null || !Modifier.isPublic(handler.getClass().getModifiers())) {
            return Optional.empty();
        }
        return Stream.of(handler.getClass().getMethods())
            .filter(method -> method.getName().equals(name.substring(dot + 1)))
            .filter(method -> method.getParameterCount() == arguments).findFirst()
            .map(method -> new Target(handler, method));
    }

    private static String invoke(final Target target, final JsonNode arguments, final JsonNode id) {
        try {
            final Object result = target.method.invoke(target.handler, target.convert(arguments));
            return answer(id).set("result", MAPPER.valueToTree(result)).toString();
        } catch (IllegalArgumentException | IllegalAccessException e) {
            return error(id, INVALID_PARAMS, e.getMessage());
        } catch (InvocationTargetException e) {
            return error(id, INTERNAL_ERROR, String.valueOf(e.getCause()));
        }
    }

    private static ObjectNode answer(final JsonNode id) {
        return MAPPER.createObjectNode().put("jsonrpc", "2.0").set("id", id);
    }

    private static String error(final JsonNode id, final int code, final String message) {
        final ObjectNode answer = answer(id);
        answer.putObject("error").put("code", code).put("message", message);
        return answer.toString();
    }

    private record Target(Object handler, Method method) {

        Object[] convert(final JsonNode arguments) {
            final Object[] converted = new Object[arguments.size()];
            for (int i = 0; i < converted.length; i++) {
                converted[i] = MAPPER.convertValue(arguments.get(i),
                    MAPPER.constructType(method.getGenericParameterTypes()[i]));
            }
            return converted;
        }
    }
}
