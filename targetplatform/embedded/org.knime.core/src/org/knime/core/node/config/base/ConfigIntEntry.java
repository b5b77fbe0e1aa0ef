// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds an integer. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final int value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigIntEntry(final String key, final int value) {
        super(ConfigEntries.xint, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigIntEntry(final String key, final String value) {
        this(key, Integer.parseInt(value));
    }

    /** @return the value */
    public int getInt() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Integer.compare(value, ((ConfigIntEntry)other).value) == 0;
    }
}
