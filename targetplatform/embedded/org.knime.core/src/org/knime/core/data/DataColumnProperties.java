// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Free annotations of a column: keys with string values. Immutable. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> properties;

    /** No properties. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /** @param content keys and values */
    public DataColumnProperties(final Map<String, String> content) {
        properties = new TreeMap<>(content);
    }

    public boolean containsProperty(final String key) {
        return properties.containsKey(key);
    }

    public String getProperty(final String key, final String defaultValue) {
        return properties.getOrDefault(key, defaultValue);
    }

    /** @return the value, or null if there is none */
    public String getProperty(final String key) {
        return properties.get(key);
    }

    public int size() {
        return properties.size();
    }

    /** @return the keys */
    public Enumeration<String> properties() {
        return Collections.enumeration(properties.keySet());
    }

    /** @return these properties, with those of the argument put over them */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> overwrite) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(overwrite);
        return new DataColumnProperties(all);
    }

    public void save(final ConfigWO config) {
        properties.forEach(config::addString);
    }

    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        Map<String, String> content = new TreeMap<>();
        for (String key : config) {
            content.put(key, config.getString(key));
        }
        return new DataColumnProperties(content);
    }

    @Override
    public String toString() {
        return properties.toString();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataColumnProperties && ((DataColumnProperties)obj).properties.equals(properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }
}
