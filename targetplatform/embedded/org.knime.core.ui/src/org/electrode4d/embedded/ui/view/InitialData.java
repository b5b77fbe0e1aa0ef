// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import java.util.function.Supplier;

import org.knime.core.node.NodeLogger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a page gets at the start.
 *
 * @param data makes it
 * @param lifecycle what is done at the end
 */
public record InitialData(Supplier<?> data, Lifecycle lifecycle) {

    private static final NodeLogger LOGGER = NodeLogger.getLogger(InitialData.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @return {@code {"result": ...}}; if the data cannot be made, {@code {"internalError": ...}} and a log entry */
    public String toJson() {
        final ObjectNode json = MAPPER.createObjectNode();
        try {
            json.set("result", toTree(data.get()));
        } catch (RuntimeException | JsonProcessingException e) {
            LOGGER.error("The initial data of a view could not be made.", e);
            json.putObject("internalError").put("title", e.getClass().getSimpleName()).put("message", e.getMessage());
        }
        return json.toString();
    }

    /** A text is taken for JSON if it is that. */
    private static JsonNode toTree(final Object made) throws JsonProcessingException {
        if (made instanceof String text) {
            try {
                return MAPPER.readTree(text);
            } catch (JsonProcessingException e) {
                return MAPPER.getNodeFactory().textNode(text);
            }
        }
        return MAPPER.readTree(MAPPER.writeValueAsString(made));
    }
}
