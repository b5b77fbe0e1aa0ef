// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** An entry that holds a character. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final char value;

    /**
     * @param key the key
     * @param value the value
     */
    public ConfigCharEntry(final String key, final char value) {
        super(ConfigEntries.xchar, key);
        this.value = value;
    }

    /**
     * @param key the key
     * @param value a string of one character
     */
    public ConfigCharEntry(final String key, final String value) {
        this(key, single(value));
    }

    private static char single(final String value) {
        if (value.length() != 1) {
            throw new IllegalArgumentException("Expected one character, got \"" + value + "\"");
        }
        return value.charAt(0);
    }

    /** @return the value */
    public char getChar() {
        return value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(value);
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return value == ((ConfigCharEntry)other).value;
    }
}
