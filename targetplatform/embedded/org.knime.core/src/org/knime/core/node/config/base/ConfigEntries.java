// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

/** The types of entries, by the names they have in XML files. */
public enum ConfigEntries {
    /** A string or null. */
    xstring {
        @Override
        public ConfigStringEntry createEntry(final String key, final String value) {
            return new ConfigStringEntry(key, value);
        }
    },
    /** An integer. */
    xint {
        @Override
        public ConfigIntEntry createEntry(final String key, final String value) {
            return new ConfigIntEntry(key, value);
        }
    },
    /** A double-precision number. */
    xdouble {
        @Override
        public ConfigDoubleEntry createEntry(final String key, final String value) {
            return new ConfigDoubleEntry(key, value);
        }
    },
    /** A single-precision number. */
    xfloat {
        @Override
        public ConfigFloatEntry createEntry(final String key, final String value) {
            return new ConfigFloatEntry(key, value);
        }
    },
    /** A long integer. */
    xlong {
        @Override
        public ConfigLongEntry createEntry(final String key, final String value) {
            return new ConfigLongEntry(key, value);
        }
    },
    /** A short integer. */
    xshort {
        @Override
        public ConfigShortEntry createEntry(final String key, final String value) {
            return new ConfigShortEntry(key, value);
        }
    },
    /** A byte. */
    xbyte {
        @Override
        public ConfigByteEntry createEntry(final String key, final String value) {
            return new ConfigByteEntry(key, value);
        }
    },
    /** A character. */
    xchar {
        @Override
        public ConfigCharEntry createEntry(final String key, final String value) {
            return new ConfigCharEntry(key, value);
        }
    },
    /** A truth value. */
    xboolean {
        @Override
        public ConfigBooleanEntry createEntry(final String key, final String value) {
            return new ConfigBooleanEntry(key, value);
        }
    },
    /** A configuration inside the configuration. */
    config {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("Not made of a string: " + this);
        }
    },
    /** An encrypted password. */
    xpassword {
        @Override
        public ConfigPasswordEntry createEntry(final String key, final String value) {
            return new ConfigPasswordEntry(key, value);
        }
    },
    /** A string that is never written to disk. */
    xtransientstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("Not made of a string: " + this);
        }
    };

    /**
     * Makes an entry of this type.
     *
     * @param key its key
     * @param value its value as {@link AbstractConfigEntry#toStringValue()} writes it
     * @return the entry
     * @throws RuntimeException if the value is not one of this type
     */
    public abstract AbstractConfigEntry createEntry(String key, String value);
}
