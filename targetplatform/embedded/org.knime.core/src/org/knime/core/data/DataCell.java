// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.Serializable;

import org.knime.core.data.collection.CollectionDataValue;

/** A cell of a table; immutable. */
public abstract class DataCell implements DataValue, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public DataCell materializeDataCell() {
        return this;
    }

    /** @return the type, which depends on the class alone, and on the elements of a collection */
    public final DataType getType() {
        if (this instanceof CollectionDataValue) {
            return DataType.getType(getClass(), ((CollectionDataValue)this).getElementType());
        }
        return DataType.getType(getClass());
    }

    /** @return whether there is no value */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    /** Missing cells are equal; others if they have the same class or preferred value, and the same content. */
    @Override
    public final boolean equals(final Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof DataCell)) {
            return false;
        }
        DataCell other = (DataCell)o;
        if (isMissing() || other.isMissing()) {
            return isMissing() && other.isMissing();
        }
        if (getClass() == other.getClass()) {
            return equalsDataCell(other);
        }
        return getType().getPreferredValueClass() == other.getType().getPreferredValueClass() && equalContent(other);
    }

    /**
     * @param dc a cell of the same class, not missing
     * @return whether it has the same content
     */
    protected abstract boolean equalsDataCell(DataCell dc);

    /**
     * @param otherValue a cell of another class with the same preferred value, not missing
     * @return whether it has the same content
     */
    protected boolean equalContent(final DataValue otherValue) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
