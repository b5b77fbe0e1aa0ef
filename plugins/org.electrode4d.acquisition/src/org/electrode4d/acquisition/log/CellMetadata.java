// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is known of a cell, its electrodes and their environment: known fields in their order, then others by name. */
public final class CellMetadata {

    private final Map<String, String> values;

    private CellMetadata(final Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Fields without text are left out; titles that no {@link CellField} has are kept. */
    public static CellMetadata of(final Map<String, String> values) {
        final Map<String, String> others = new TreeMap<>(values);
        final Map<String, String> ordered = new LinkedHashMap<>();
        for (final CellField field : CellField.values()) {
            ordered.put(field.title(), others.remove(field.title()));
        }
        ordered.putAll(others);
        ordered.values().removeIf(value -> value == null || value.isBlank());
        return new CellMetadata(ordered);
    }

    /** The cell of Häusler et al. 2026. */
    public static CellMetadata ofPaper() {
        final Map<String, String> values = new LinkedHashMap<>();
        for (final CellField field : CellField.values()) {
            values.put(field.title(), field.paper());
        }
        return of(values);
    }

    /** Value of a field; empty if it is not known. */
    public String get(final CellField field) {
        return values.getOrDefault(field.title(), "");
    }

    /** With another value of a field; an empty one removes it. */
    public CellMetadata with(final CellField field, final String value) {
        return with(field.title(), value);
    }

    /** With a field that is not among the known ones. */
    public CellMetadata with(final String title, final String value) {
        final Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(title, value);
        return of(changed);
    }

    /** Values by title, in order. */
    public Map<String, String> toMap() {
        return values;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof CellMetadata metadata && values.equals(metadata.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
