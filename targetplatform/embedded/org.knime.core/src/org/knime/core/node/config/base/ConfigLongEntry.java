// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a long integer. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final long value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigLongEntry(final String key, final long value) {
        super(ConfigEntries.xlong, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigLongEntry(final String key, final String value) {
        this(key, Long.parseLong(value));
    }

    /** @return the value */
    public long getLong() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Long.compare(value, ((ConfigLongEntry)other).value) == 0;
    }
}
