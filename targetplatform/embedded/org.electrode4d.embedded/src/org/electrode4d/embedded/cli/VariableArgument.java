// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.workflow.FlowVariable;

/**
 * The argument {@code name,value,type} of {@code -workflow.variable}. Type is String, int or double. A value that holds
 * commas stands in single or double quotes; a backslash in quotes takes the next character as it is.
 */
final class VariableArgument {

    private static final String FORM = "Expected -workflow.variable=name,value,type with type String, int or double; "
        + "put a value that holds commas into quotes: -workflow.variable=name,'a,b',String";

    private VariableArgument() {
    }

    static FlowVariable parse(final String argument) throws CommandFailure {
        final List<String> parts = split(argument);
        if (parts.size() != 3 || parts.get(0).isBlank()) {
            throw CommandFailure.arguments("-workflow.variable=" + argument + " has " + parts.size()
                + " parts.", FORM + ".");
        }
        final String name = parts.get(0);
        final String value = parts.get(1);
        try {
            return switch (parts.get(2)) {
                case "String" -> new FlowVariable(name, value);
                case "int" -> new FlowVariable(name, Integer.parseInt(value));
                case "double" -> new FlowVariable(name, Double.parseDouble(value));
                default -> throw CommandFailure.arguments("-workflow.variable=" + argument + ": unknown type \""
                    + parts.get(2) + "\".", FORM + ".");
            };
        } catch (NumberFormatException e) {
            throw CommandFailure.arguments("-workflow.variable=" + argument + ": \"" + value + "\" is no "
                + parts.get(2) + ".", FORM + ".");
        }
    }

    /** Splits at commas outside quotes. */
    static List<String> split(final String argument) {
        final List<String> parts = new ArrayList<>();
        final StringBuilder part = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < argument.length(); i++) {
            final char c = argument.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < argument.length()) {
                part.append(argument.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == ',' && quote == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
