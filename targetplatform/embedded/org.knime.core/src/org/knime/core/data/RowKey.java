// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Arrays;
import java.util.Objects;

/** The unique identifier of a row within its table. */
public final class RowKey implements RowKeyValue {

    private final String string;

    /** @param id the identifier, not null */
    public RowKey(final String id) {
        string = Objects.requireNonNull(id, "A row key must not be null");
    }

    /**
     * @param rowIndex the index of a row, from 0
     * @return the default key of that row, such as {@code Row0}
     */
    public static RowKey createRowKey(final long rowIndex) {
        return new RowKey("Row" + rowIndex);
    }

    /**
     * @param rowIndex the index of a row, from 0
     * @return the default key of that row, such as {@code Row0}
     */
    public static RowKey createRowKey(final int rowIndex) {
        return createRowKey((long)rowIndex);
    }

    public static String[] toStrings(final RowKey... rowKeys) {
        return Arrays.stream(rowKeys).map(key -> key == null ? null : key.string).toArray(String[]::new);
    }

    public static RowKey[] toRowKeys(final String... strings) {
        return Arrays.stream(strings).map(string -> string == null ? null : new RowKey(string)).toArray(RowKey[]::new);
    }

    @Override
    public String getString() {
        return string;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
    }

    @Override
    public String toString() {
        return string;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof RowKey && ((RowKey)obj).string.equals(string);
    }

    @Override
    public int hashCode() {
        return string.hashCode();
    }
}
