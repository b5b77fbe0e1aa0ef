// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a double-precision number. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final double value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigDoubleEntry(final String key, final double value) {
        super(ConfigEntries.xdouble, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value the value as {@link #toStringValue()} writes it
     */
    public ConfigDoubleEntry(final String key, final String value) {
        this(key, Double.parseDouble(value));
    }

    /** @return the value */
    public double getDouble() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Double.compare(value, ((ConfigDoubleEntry)other).value) == 0;
    }
}
