// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.HashSet;
import java.util.Set;

import org.knime.core.util.DuplicateKeyException;

/** The keys of a table so far. The default ones, {@code Row0}, {@code Row1} ... in that order, take no memory. */
final class RowKeys {

    private static final String DEFAULT = "Row";

    private final Set<String> others = new HashSet<>();

    private long defaults;

    void add(final String key) {
        if (isDefault(key) || others.contains(key)) {
            throw new DuplicateKeyException(key);
        }
        if (key.equals(DEFAULT + defaults)) {
            defaults++;
        } else {
            others.add(key);
        }
    }

    private boolean isDefault(final String key) {
        int digits = key.length() - DEFAULT.length();
        if (digits < 1 || digits > 18 || !key.startsWith(DEFAULT) || digits > 1 && key.charAt(3) == '0') {
            return false;
        }
        long number = 0;
        for (int i = DEFAULT.length(); i < key.length(); i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = 10 * number + c - '0';
        }
        return number < defaults;
    }
}
