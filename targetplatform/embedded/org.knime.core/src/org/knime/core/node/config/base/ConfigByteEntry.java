// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a byte. */
public final class ConfigByteEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final byte value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigByteEntry(final String key, final byte value) {
        super(ConfigEntries.xbyte, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigByteEntry(final String key, final String value) {
        this(key, Byte.parseByte(value));
    }

    /** @return the value */
    public byte getByte() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Byte.compare(value, ((ConfigByteEntry)other).value) == 0;
    }
}
