// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a single-precision number. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final float value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigFloatEntry(final String key, final float value) {
        super(ConfigEntries.xfloat, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigFloatEntry(final String key, final String value) {
        this(key, Float.parseFloat(value));
    }

    /** @return the value */
    public float getFloat() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Float.compare(value, ((ConfigFloatEntry)other).value) == 0;
    }
}
