// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.workflow.FlowVariable;

/** The folder {@code .artifacts}: which inputs a workflow has, in JSON, for servers. */
final class Artifacts {

    private Artifacts() {
    }

    static void write(final Path folder, final List<FlowVariable> variables) throws IOException {
        final List<String> entries = new ArrayList<>();
        for (FlowVariable variable : variables) {
            final String entry = entry(variable);
            if (entry != null) {
                entries.add(entry);
            }
        }
        final String body = entries.isEmpty() ? "" : String.join(",\n", entries) + "\n";
        Files.writeString(folder.resolve("workflow-configuration.json"), "{\n" + body + "}");
        Files.writeString(folder.resolve("workflow-configuration-representation.json"), "{\n}");
    }

    private static String entry(final FlowVariable variable) {
        return switch (variable.getVariableType().getIdentifier()) {
            case "STRING" -> entry(variable.getName(), "string", quote(variable.getStringValue()));
            case "INTEGER" -> entry(variable.getName(), "integer", Integer.toString(variable.getIntValue()));
            case "DOUBLE" -> entry(variable.getName(), "number", number(variable.getDoubleValue()));
            default -> null;
        };
    }

    private static String number(final double value) {
        return Double.isFinite(value) ? Double.toString(value) : "0.0";
    }

    private static String entry(final String name, final String type, final String value) {
        return "    " + quote("knime.var." + name) + ": {\n        \"type\": \"" + type
            + "\",\n        \"default\": " + value + "\n    }";
    }

    private static String quote(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int)c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
