// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a group, checked against those that may be there. */
final class Keys {

    private final YamlPlace place;
    private final Map<String, YamlPlace> fields;

    /** Refuses a key that is not known, with the nearest that is. */
    Keys(final YamlPlace place, final List<String> known) {
        this.place = place;
        this.fields = place.fields();
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw unknown(value, "key", key, known);
            }
        });
    }

    static ProtocolFormatException unknown(final YamlPlace place, final String what, final String word,
        final List<String> known) {
        String nearest = known.get(0);
        for (final String candidate : known) {
            nearest = distance(word, candidate) < distance(word, nearest) ? candidate : nearest;
        }
        final boolean near = distance(word, nearest) <= Math.max(2, nearest.length() / 3);
        return place.error("There is no " + what + " '" + word + "' here."
            + (near ? " Is '" + nearest + "' meant?" : "") + " Known are: " + String.join(", ", known) + ".");
    }

    /** How many letters must be put in, left out or replaced to make one word of another (Levenshtein). */
    private static int distance(final String from, final String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 0; i < from.length(); i++) {
            final int[] next = new int[row.length];
            next[0] = i + 1;
            for (int j = 0; j < to.length(); j++) {
                final int replaced = row[j] + (from.charAt(i) == to.charAt(j) ? 0 : 1);
                next[j + 1] = Math.min(replaced, Math.min(row[j + 1], next[j]) + 1);
            }
            row = next;
        }
        return row[to.length()];
    }

    YamlPlace required(final String key) {
        return optional(key).orElseThrow(
            () -> place.error("The key '" + key + "' is missing. Add '" + key + ": ...'."));
    }

    Optional<YamlPlace> optional(final String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** A required number with a unit. */
    Amount amount(final String key, final Dimension dimension) {
        return required(key).as(dimension::parse);
    }

    /** A required condition. */
    EndCondition condition(final String key) {
        return required(key).as(ConditionText::parse);
    }
}
