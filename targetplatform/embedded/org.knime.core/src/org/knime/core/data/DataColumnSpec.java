// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Name, type, domain and properties of a column. Immutable; made by {@link DataColumnSpecCreator}. */
public final class DataColumnSpec {

    private static final String NAME = "column_name";

    private static final String ELEMENTS = "element_names";

    private static final String TYPE = "column_type";

    private static final String DOMAIN = "column_domain";

    private static final String PROPERTIES = "column_properties";

    private final String name;

    private final List<String> elementNames;

    private final DataType type;

    private final DataColumnDomain domain;

    private final DataColumnProperties properties;

    DataColumnSpec(final DataColumnSpecCreator creator) {
        name = creator.name();
        elementNames = creator.elementNames();
        type = creator.getType();
        domain = creator.domain();
        properties = creator.properties();
    }

    public String getName() {
        return name;
    }

    /** @return the names of the elements of a vector; usually empty */
    public List<String> getElementNames() {
        return elementNames;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    /** @return whether the other column has this name and can hold cells of this */
    public boolean isCompatibleWith(final DataColumnSpec cspec) {
        return name.equals(cspec.name) && cspec.type.isASuperTypeOf(type);
    }

    /** @return whether name and type are the same */
    public boolean equalStructure(final DataColumnSpec cspec) {
        return cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    public void save(final ConfigWO config) {
        config.addString(NAME, name);
        if (!elementNames.equals(List.of(name))) {
            config.addStringArray(ELEMENTS, elementNames.toArray(String[]::new));
        }
        type.save(config.addConfig(TYPE));
        domain.save(config.addConfig(DOMAIN));
        properties.save(config.addConfig(PROPERTIES));
        config.addConfig("meta_data");
    }

    /**
     * Colours, shapes, sizes and meta data that other nodes attach to a column are not read.
     *
     * @param config as written by {@link #save}
     * @return the column
     * @throws InvalidSettingsException if it is incomplete, or its type unknown
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        String name = config.getString(NAME);
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DataType.load(config.getConfig(TYPE)));
        creator.setElementNames(config.getStringArray(ELEMENTS, name));
        creator.setDomain(DataColumnDomain.load(config.getConfig(DOMAIN)));
        creator.setProperties(DataColumnProperties.load(config.getConfig(PROPERTIES)));
        return creator.createSpec();
    }

    @Override
    public boolean equals(final Object o) {
        if (!(o instanceof DataColumnSpec)) {
            return false;
        }
        DataColumnSpec other = (DataColumnSpec)o;
        return equalStructure(other) && domain.equals(other.domain) && properties.equals(other.properties)
            && elementNames.equals(other.elementNames);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
