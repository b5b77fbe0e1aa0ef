// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelClass;

/** The classes of a model as JSON. */
final class ClassesJson {

    private static final String CLASSES = "classes";
    private static final String UNLABELLED = "unlabelled";

    private ClassesJson() {
    }

    static void write(final ClassScheme scheme, final ObjectNode json) {
        final ArrayNode list = json.putArray(CLASSES);
        for (final LabelClass one : scheme.classes()) {
            final ObjectNode node = list.addObject().put("name", one.name());
            final ArrayNode labels = node.putArray("labels");
            one.labels().forEach(labels::add);
            node.put("others", one.others());
        }
        if (scheme.unlabelled().isPresent()) {
            json.put(UNLABELLED, scheme.unlabelled().getAsInt());
        } else {
            json.putNull(UNLABELLED);
        }
    }

    static ClassScheme read(final JsonNode json) {
        final OptionalInt unlabelled = json.path(UNLABELLED).isNull() ? OptionalInt.empty()
            : OptionalInt.of(JsonFields.small(json, UNLABELLED));
        return new ClassScheme(JsonFields.list(json, CLASSES, ClassesJson::labelClass), unlabelled);
    }

    private static LabelClass labelClass(final JsonNode node) {
        final List<Integer> labels = JsonFields.list(node, "labels", label -> {
            if (!label.canConvertToInt()) {
                throw new LearningException("The label " + label + " of a class is no whole number. Copy or write the "
                    + "model again.");
            }
            return label.intValue();
        });
        return new LabelClass(JsonFields.text(node, "name"), new TreeSet<>(labels), JsonFields.truth(node, "others"));
    }
}
