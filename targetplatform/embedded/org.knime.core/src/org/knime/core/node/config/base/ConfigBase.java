// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/** A tree of keys and typed values that keeps the order in which the keys were first added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    private final LinkedHashMap<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    /** @param key the key of this tree's root */
    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /** Something that takes over a whole configuration in its own way. */
    @FunctionalInterface
    public interface CopyFromConfigBase {

        /** @param src what is taken over */
        void copyFrom(ConfigBase src);
    }

    @FunctionalInterface
    private interface ElementReader<A> {

        void read(ConfigBase config, A array, int index) throws InvalidSettingsException;
    }

    /** Adds or replaces an entry. */
    protected void put(final AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    /** @return the entry with that key, or null */
    protected AbstractConfigEntry get(final String key) {
        return entries.get(key);
    }

    /** @return an empty configuration of the class of this */
    public abstract ConfigBase getInstance(String key);

    @Override
    public final ConfigBase addConfigBase(final String key) {
        ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    /** Adds a configuration of the same class as this. */
    protected final void addConfigBase(final ConfigBase config) {
        if (config.getClass() != getClass()) {
            throw new IllegalArgumentException(
                "Expected a " + getClass().getSimpleName() + ", got a " + config.getClass().getSimpleName());
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return require(ConfigBase.class, "ConfigBase", key);
    }

    /** @return the entry that was removed, or null if there was none */
    public final AbstractConfigEntry removeConfig(final String key) {
        return entries.remove(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public boolean containsKey(final String key) {
        return entries.containsKey(key);
    }

    private <E extends AbstractConfigEntry> E require(final Class<E> type, final String words, final String key)
        throws InvalidSettingsException {
        AbstractConfigEntry entry = entries.get(key);
        if (!type.isInstance(entry)) {
            throw new InvalidSettingsException(words + " for key \"" + key + "\" not found.");
        }
        return type.cast(entry);
    }

    private <A> A array(final String key, final IntFunction<A> create, final ElementReader<A> reader)
        throws InvalidSettingsException {
        ConfigBase config = getConfigBase(key);
        int size = config.getInt(ARRAY_SIZE, -1);
        if (size < 0) {
            return null;
        }
        A array = create.apply(size);
        for (int i = 0; i < size; i++) {
            reader.read(config, array, i);
        }
        return array;
    }

    private <A> A array(final String key, final IntFunction<A> create, final ElementReader<A> reader, final A def) {
        try {
            return array(key, create, reader);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    private ConfigBase addArray(final String key, final int size) {
        ConfigBase config = addConfigBase(key);
        if (size >= 0) {
            config.addInt(ARRAY_SIZE, size);
        }
        return config;
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return require(ConfigIntEntry.class, "Int", key).getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigIntEntry ? ((ConfigIntEntry)entry).getInt() : def;
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return array(key, int[]::new, (c, a, i) -> a[i] = c.getInt(Integer.toString(i)));
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return array(key, int[]::new, (c, a, i) -> a[i] = c.getInt(Integer.toString(i)), def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addInt(Integer.toString(i), values[i]);
        }
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(ConfigDoubleEntry.class, "Double", key).getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigDoubleEntry ? ((ConfigDoubleEntry)entry).getDouble() : def;
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return array(key, double[]::new, (c, a, i) -> a[i] = c.getDouble(Integer.toString(i)));
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return array(key, double[]::new, (c, a, i) -> a[i] = c.getDouble(Integer.toString(i)), def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addDouble(Integer.toString(i), values[i]);
        }
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(ConfigFloatEntry.class, "Float", key).getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigFloatEntry ? ((ConfigFloatEntry)entry).getFloat() : def;
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return array(key, float[]::new, (c, a, i) -> a[i] = c.getFloat(Integer.toString(i)));
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        return array(key, float[]::new, (c, a, i) -> a[i] = c.getFloat(Integer.toString(i)), def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addFloat(Integer.toString(i), values[i]);
        }
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(ConfigCharEntry.class, "Char", key).getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigCharEntry ? ((ConfigCharEntry)entry).getChar() : def;
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return array(key, char[]::new, (c, a, i) -> a[i] = c.getChar(Integer.toString(i)));
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        return array(key, char[]::new, (c, a, i) -> a[i] = c.getChar(Integer.toString(i)), def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addChar(Integer.toString(i), values[i]);
        }
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(ConfigShortEntry.class, "Short", key).getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigShortEntry ? ((ConfigShortEntry)entry).getShort() : def;
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return array(key, short[]::new, (c, a, i) -> a[i] = c.getShort(Integer.toString(i)));
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        return array(key, short[]::new, (c, a, i) -> a[i] = c.getShort(Integer.toString(i)), def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addShort(Integer.toString(i), values[i]);
        }
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(ConfigLongEntry.class, "Long", key).getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigLongEntry ? ((ConfigLongEntry)entry).getLong() : def;
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return array(key, long[]::new, (c, a, i) -> a[i] = c.getLong(Integer.toString(i)));
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return array(key, long[]::new, (c, a, i) -> a[i] = c.getLong(Integer.toString(i)), def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addLong(Integer.toString(i), values[i]);
        }
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(ConfigByteEntry.class, "Byte", key).getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigByteEntry ? ((ConfigByteEntry)entry).getByte() : def;
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return array(key, byte[]::new, (c, a, i) -> a[i] = c.getByte(Integer.toString(i)));
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        return array(key, byte[]::new, (c, a, i) -> a[i] = c.getByte(Integer.toString(i)), def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addByte(Integer.toString(i), values[i]);
        }
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(ConfigBooleanEntry.class, "Boolean", key).getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigBooleanEntry ? ((ConfigBooleanEntry)entry).getBoolean() : def;
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return array(key, boolean[]::new, (c, a, i) -> a[i] = c.getBoolean(Integer.toString(i)));
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return array(key, boolean[]::new, (c, a, i) -> a[i] = c.getBoolean(Integer.toString(i)), def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addBoolean(Integer.toString(i), values[i]);
        }
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(ConfigStringEntry.class, "String", key).getString();
    }

    @Override
    public String getString(final String key, final String def) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigStringEntry ? ((ConfigStringEntry)entry).getString() : def;
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return array(key, String[]::new, (c, a, i) -> a[i] = c.getString(Integer.toString(i)));
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return array(key, String[]::new, (c, a, i) -> a[i] = c.getString(Integer.toString(i)), def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        ConfigBase config = addArray(key, values == null ? -1 : values.length);
        for (int i = 0; values != null && i < values.length; i++) {
            config.addString(Integer.toString(i), values[i]);
        }
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public String getTransientString(final String key) {
        AbstractConfigEntry entry = get(key);
        return entry instanceof ConfigTransientStringEntry
            ? ((ConfigTransientStringEntry)entry).getTransientString() : null;
    }

    /** Adds a password that is encrypted already. */
    public void addEncryptedPassword(final String key, final String encrypted) {
        put(new ConfigPasswordEntry(key, encrypted));
    }

    /** @return the entry with that key, or null */
    public AbstractConfigEntry getEntry(final String key) {
        return entries.get(key);
    }

    /** Adds or replaces an entry. */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry other) {
        Map<String, AbstractConfigEntry> others = ((ConfigBase)other).entries;
        return entries.keySet().equals(others.keySet())
            && entries.values().stream().allMatch(e -> e.isIdentical(others.get(e.getKey())));
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey();
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        ConfigXml.write(this, os);
    }

    /** Reads XML into a configuration, and closes the stream. */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        config.load(in);
        return config;
    }

    /** Reads XML into this configuration, and closes the stream. */
    public void load(final InputStream is) throws IOException {
        try (is) {
            ConfigXml.read(this, is);
        }
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        if (dest instanceof CopyFromConfigBase) {
            ((CopyFromConfigBase)dest).copyFrom(this);
            return;
        }
        for (AbstractConfigEntry entry : entries.values()) {
            if (entry instanceof ConfigBase) {
                ((ConfigBase)entry).copyTo(dest.addConfigBase(entry.getKey()));
            } else {
                ((ConfigBase)dest).addEntry(entry);
            }
        }
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return children(entries).get(childIndex);
    }

    @Override
    public int getChildCount() {
        return entries.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return children(entries).indexOf(node);
    }

    @Override
    public final boolean isLeaf() {
        return entries.isEmpty();
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(children(entries));
    }

    private static List<TreeNode> children(final Map<String, AbstractConfigEntry> entries) {
        return new ArrayList<>(entries.values());
    }
}
