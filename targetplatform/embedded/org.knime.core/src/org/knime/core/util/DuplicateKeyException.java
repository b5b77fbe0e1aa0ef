// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.util;

/** Two rows of a table have the same key. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key the key */
    public DuplicateKeyException(final String key) {
        super("Encountered duplicate row ID \"" + key + "\"");
        this.key = key;
    }

    public String getKey() {
        return key;
    }
}
