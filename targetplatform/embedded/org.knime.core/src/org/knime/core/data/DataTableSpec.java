// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** The columns of a table. Immutable; no two columns have the same name. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String NAME = "spec_name";

    private static final String COUNT = "number_columns";

    private static final String COLUMN = "column_spec_";

    private static final String DEFAULT_NAME = "default";

    private final String name;

    private final List<DataColumnSpec> columns;

    private final Map<String, Integer> indices = new HashMap<>();

    /** No columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    public DataTableSpec(final DataColumnSpec... colSpecs) {
        this(DEFAULT_NAME, colSpecs);
    }

    /** The columns of one spec, then those of another. */
    public DataTableSpec(final DataTableSpec spec1, final DataTableSpec spec2) {
        this(spec1.name + "_" + spec2.name, spec1, spec2);
    }

    public DataTableSpec(final String name) {
        this(name, new DataColumnSpec[0]);
    }

    /**
     * @param name the name of the table, null for the default one
     * @param colSpecs the columns, with different names
     */
    public DataTableSpec(final String name, final DataColumnSpec... colSpecs) {
        this.name = name == null ? DEFAULT_NAME : name;
        columns = List.of(colSpecs);
        for (int i = 0; i < colSpecs.length; i++) {
            Integer before = indices.put(colSpecs[i].getName(), i);
            if (before != null) {
                throw new IllegalArgumentException("Duplicate column name \"" + colSpecs[i].getName()
                    + "\" at positions " + before + " and " + i + ".");
            }
        }
    }

    /** The columns of one spec, then those of another. */
    public DataTableSpec(final String name, final DataTableSpec spec1, final DataTableSpec spec2) {
        this(name, Stream.concat(spec1.stream(), spec2.stream()).toArray(DataColumnSpec[]::new));
    }

    public DataTableSpec(final String name, final String[] names, final DataType[] types) {
        this(name, createColumnSpecs(names, types));
    }

    public DataTableSpec(final String[] names, final DataType[] types) {
        this(NAME, names, types);
    }

    public static final DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        if (names.length != types.length) {
            throw new IllegalArgumentException(names.length + " names for " + types.length + " types of columns");
        }
        DataColumnSpec[] specs = new DataColumnSpec[names.length];
        Arrays.setAll(specs, i -> new DataColumnSpecCreator(names[i], types[i]).createSpec());
        return specs;
    }

    /** @throws IllegalArgumentException if there is no column of such a name */
    public int[] columnsToIndices(final String... columnNames) {
        int[] found = new int[columnNames.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = findColumnIndex(columnNames[i]);
            if (found[i] < 0) {
                throw new IllegalArgumentException("Column not found: \"" + columnNames[i] + "\"");
            }
        }
        return found;
    }

    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    public boolean containsName(final String columnName) {
        return findColumnIndex(columnName) >= 0;
    }

    /** @return the index, or -1 if there is no such column */
    public int findColumnIndex(final String columnName) {
        return indices.getOrDefault(columnName, -1);
    }

    public final String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** @throws IndexOutOfBoundsException if there is no such column */
    public DataColumnSpec getColumnSpec(final int index) {
        return columns.get(index);
    }

    /** @return the column, or null if there is no such column */
    public DataColumnSpec getColumnSpec(final String column) {
        int index = findColumnIndex(column);
        return index < 0 ? null : columns.get(index);
    }

    public String getName() {
        return name;
    }

    public int getNumColumns() {
        return columns.size();
    }

    @Override
    public Iterator<DataColumnSpec> iterator() {
        return columns.iterator();
    }

    public Stream<DataColumnSpec> stream() {
        return columns.stream();
    }

    /** @return whether each column is compatible with that of the other at its place */
    public boolean isCompatibleWith(final DataTableSpec spec) {
        boolean same = spec != null && columns.size() == spec.columns.size();
        for (int i = 0; same && i < columns.size(); i++) {
            same = columns.get(i).isCompatibleWith(spec.columns.get(i));
        }
        return same;
    }

    /** @return whether the columns have the same names and types in the same order */
    public boolean equalStructure(final DataTableSpec spec) {
        boolean same = spec != null && columns.size() == spec.columns.size();
        for (int i = 0; same && i < columns.size(); i++) {
            same = columns.get(i).equalStructure(spec.columns.get(i));
        }
        return same;
    }

    /** @return that name, or with {@code (#1)}, {@code (#2)} ... behind if it is taken */
    public static String getUniqueColumnName(final DataTableSpec spec, final String columnName) {
        String unique = columnName.trim();
        String base = unique;
        for (int i = 1; spec.containsName(unique); i++) {
            unique = base + " (#" + i + ")";
        }
        return unique;
    }

    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        config.addInt(COUNT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).save(config.addConfig(COLUMN + i));
        }
    }

    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        List<DataColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < config.getInt(COUNT); i++) {
            columns.add(DataColumnSpec.load(config.getConfig(COLUMN + i)));
        }
        return new DataTableSpec(config.getString(NAME), columns.toArray(DataColumnSpec[]::new));
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof DataTableSpec && ((DataTableSpec)obj).name.equals(name)
            && ((DataTableSpec)obj).columns.equals(columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return "name=" + name + ",columns=" + Collections.unmodifiableList(columns);
    }

    /** Writes and reads specs where they stand at a port. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        private static final String ENTRY = "spec.xml";

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            ZipEntry entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException("Expected the zip entry " + ENTRY + ", found " + entry);
            }
            try {
                return load(ModelContent.loadFromXML(in));
            } catch (InvalidSettingsException e) {
                throw new IOException("Cannot read the spec of a table: " + e.getMessage(), e);
            }
        }

        @Override
        public void savePortObjectSpec(final DataTableSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            ModelContent content = new ModelContent(ENTRY);
            spec.save(content);
            out.putNextEntry(new ZipEntry(ENTRY));
            content.saveToXML(out);
        }
    }
}
