// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a short integer. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final short value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigShortEntry(final String key, final short value) {
        super(ConfigEntries.xshort, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigShortEntry(final String key, final String value) {
        this(key, Short.parseShort(value));
    }

    /** @return the value */
    public short getShort() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Short.compare(value, ((ConfigShortEntry)other).value) == 0;
    }
}
