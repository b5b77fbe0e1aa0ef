// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.List;
import java.util.Objects;

/** Makes the spec of a column. */
public final class DataColumnSpecCreator {

    private String name;

    private DataType type;

    private List<String> elementNames = List.of();

    private DataColumnDomain domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties properties = new DataColumnProperties();

    /**
     * @param name the name of the column, neither null nor blank
     * @param type its type, not null
     */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** @param cspec the spec to start with */
    public DataColumnSpecCreator(final DataColumnSpec cspec) {
        this(cspec.getName(), cspec.getType());
        elementNames = cspec.getElementNames();
        domain = cspec.getDomain();
        properties = cspec.getProperties();
    }

    /** @param name neither null nor blank; white space around it is taken off */
    public void setName(final String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("The name of a column must not be empty");
        }
        this.name = name.trim();
    }

    public void setElementNames(final String[] elNames) {
        elementNames = elNames == null ? List.of(name) : List.of(elNames);
    }

    public void setType(final DataType type) {
        this.type = Objects.requireNonNull(type, "The type of a column must not be null");
    }

    /** @param domain null means unknown */
    public void setDomain(final DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** @param props null means none */
    public void setProperties(final DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    public DataType getType() {
        return type;
    }

    String name() {
        return name;
    }

    List<String> elementNames() {
        return elementNames;
    }

    DataColumnDomain domain() {
        return domain;
    }

    DataColumnProperties properties() {
        return properties;
    }

    public DataColumnSpec createSpec() {
        return new DataColumnSpec(this);
    }
}
