// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.collection;

import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A cell that holds cells. */
public interface CollectionDataValue extends DataValue, CellCollection {

    /** Name of these values. */
    UtilityFactory UTILITY = new CollectionUtilityFactory(CollectionDataValue.class);

    /** @return the common super type of the cells inside; the type of a missing cell if there are none */
    DataType getElementType();

    int size();

    /** Name of these values. */
    class CollectionUtilityFactory extends ExtensibleUtilityFactory {

        /** @param valueClass the interface */
        protected CollectionUtilityFactory(final Class<? extends DataValue> valueClass) {
            super(valueClass);
        }

        @Override
        public String getName() {
            return "Collection";
        }
    }
}
