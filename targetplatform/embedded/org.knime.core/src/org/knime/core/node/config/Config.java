// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config;

import java.io.InputStream;
import java.io.IOException;
import java.util.function.IntFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/** A configuration that can hold cells, types and row keys. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private static final String IS_NULL = "is_null";

    /** @param key the key of the root */
    protected Config(final String key) {
        super(key);
    }

    @FunctionalInterface
    private interface ElementReader<T> {

        T read(Config config, String key) throws InvalidSettingsException;
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config)addConfigBase(key);
    }

    /** Adds a configuration of the same class as this. */
    protected final void addConfig(final Config config) {
        addConfigBase(config);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        AbstractConfigEntry entry = get(key);
        if (!(entry instanceof Config)) {
            throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
        }
        return (Config)entry;
    }

    @Override
    public void addDataCell(final String key, final DataCell cell) {
        CellConfig.add(addConfig(key), cell);
    }

    @Override
    public DataCell getDataCell(final String key) throws InvalidSettingsException {
        return CellConfig.get(getConfig(key));
    }

    @Override
    public DataCell getDataCell(final String key, final DataCell def) {
        return orDefault(Config::getDataCell, key, def);
    }

    @Override
    public void addDataCellArray(final String key, final DataCell... values) {
        Config config = addArray(key, values);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addDataCell(Integer.toString(i), values[i]);
        }
    }

    @Override
    public DataCell[] getDataCellArray(final String key) throws InvalidSettingsException {
        return array(key, DataCell[]::new, Config::getDataCell);
    }

    @Override
    public DataCell[] getDataCellArray(final String key, final DataCell... def) {
        return orDefault(Config::getDataCellArray, key, def);
    }

    @Override
    public void addDataType(final String key, final DataType type) {
        Config config = addConfig(key);
        if (type != null) {
            type.save(config);
        }
        config.addBoolean(IS_NULL, type == null);
    }

    @Override
    public DataType getDataType(final String key) throws InvalidSettingsException {
        Config config = getConfig(key);
        return config.getBoolean(IS_NULL) ? null : DataType.load(config);
    }

    @Override
    public DataType getDataType(final String key, final DataType def) {
        return orDefault(Config::getDataType, key, def);
    }

    @Override
    public void addDataTypeArray(final String key, final DataType... values) {
        Config config = addArray(key, values);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addDataType(Integer.toString(i), values[i]);
        }
    }

    @Override
    public DataType[] getDataTypeArray(final String key) throws InvalidSettingsException {
        return array(key, DataType[]::new, Config::getDataType);
    }

    @Override
    public DataType[] getDataTypeArray(final String key, final DataType... def) {
        return orDefault(Config::getDataTypeArray, key, def);
    }

    @Override
    public void addRowKey(final String key, final RowKey rowKey) {
        addString(key, rowKey == null ? null : rowKey.getString());
    }

    @Override
    public RowKey getRowKey(final String key) throws InvalidSettingsException {
        String string = getString(key);
        return string == null ? null : new RowKey(string);
    }

    @Override
    public RowKey getRowKey(final String key, final RowKey def) {
        return orDefault(Config::getRowKey, key, def);
    }

    @Override
    public void addRowKeyArray(final String key, final RowKey... rowKey) {
        addStringArray(key, rowKey == null ? null : RowKey.toStrings(rowKey));
    }

    @Override
    public RowKey[] getRowKeyArray(final String key) throws InvalidSettingsException {
        String[] strings = getStringArray(key);
        return strings == null ? null : RowKey.toRowKeys(strings);
    }

    @Override
    public RowKey[] getRowKeyArray(final String key, final RowKey... def) {
        return orDefault(Config::getRowKeyArray, key, def);
    }

    private Config addArray(final String key, final Object[] values) {
        Config config = addConfig(key);
        if (values != null) {
            config.addInt(ARRAY_SIZE, values.length);
        }
        return config;
    }

    private <T> T[] array(final String key, final IntFunction<T[]> create, final ElementReader<T> reader)
        throws InvalidSettingsException {
        Config config = getConfig(key);
        int size = config.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null;
        }
        T[] array = create.apply(size);
        for (int i = 0; i < size; i++) {
            array[i] = reader.read(config, Integer.toString(i));
        }
        return array;
    }

    private <T> T orDefault(final ElementReader<T> reader, final String key, final T def) {
        try {
            return reader.read(this, key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public String toString() {
        return getKey();
    }

    /** Reads XML into a configuration, and closes the stream. */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }
}
