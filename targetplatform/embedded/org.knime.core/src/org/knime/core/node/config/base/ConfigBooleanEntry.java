// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a truth value. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final boolean value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigBooleanEntry(final String key, final boolean value) {
        super(ConfigEntries.xboolean, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigBooleanEntry(final String key, final String value) {
        this(key, Boolean.parseBoolean(value));
    }

    /** @return the value */
    public boolean getBoolean() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Boolean.compare(value, ((ConfigBooleanEntry)other).value) == 0;
    }
}
