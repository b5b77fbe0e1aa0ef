// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.util.Objects;

/** An entry that holds a string that is never written to disk. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    /** What is shown instead of the value. */
    public static final String HIDDEN_VALUE = "<hidden value>";

    private static final long serialVersionUID = 1L;

    private final transient String value;

    /**
     * @param key the key
     * @param value the value, may be null
     */
    public ConfigTransientStringEntry(final String key, final String value) {
        super(ConfigEntries.xtransientstring, key);
        this.value = value;
    }

    /** @return the value, may be null */
    public String getTransientString() {
        return value;
    }

    @Override
    public String toStringValue() {
        return value == null ? null : HIDDEN_VALUE;
    }

    @Override
    protected boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(value, ((ConfigTransientStringEntry)other).value);
    }
}
