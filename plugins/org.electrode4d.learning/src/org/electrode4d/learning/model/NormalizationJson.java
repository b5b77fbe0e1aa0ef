// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.Normalization.Kind;

/** The normalisation of grey values as JSON. */
final class NormalizationJson {

    private NormalizationJson() {
    }

    static void write(final Normalization normalization, final ObjectNode json) {
        json.put("kind", id(normalization.kind()));
        if (normalization.kind() == Kind.FIXED) {
            json.put("zero", normalization.fixed().zero()).put("unit", normalization.fixed().unit());
        }
    }

    static Normalization read(final JsonNode json) {
        final String id = JsonFields.text(json, "kind");
        final Kind kind = Arrays.stream(Kind.values()).filter(k -> id(k).equals(id)).findFirst()
            .orElseThrow(() -> new LearningException("Grey values are normalised by '" + id
                + "', which is unknown. Update Electrode4D."));
        return switch (kind) {
            case DEVIATION -> Normalization.DEVIATION;
            case PERCENTILES -> Normalization.PERCENTILES;
            case FIXED -> Normalization.fixed(
                new GreyScale(JsonFields.number(json, "zero"), JsonFields.number(json, "unit")));
        };
    }

    private static String id(final Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
