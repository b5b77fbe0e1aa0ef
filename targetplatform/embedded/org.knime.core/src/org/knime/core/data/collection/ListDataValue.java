// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds a list of cells. */
public interface ListDataValue extends CollectionDataValue {

    /** Name of these values. */
    UtilityFactory UTILITY = new ListUtilityFactory();

    DataCell get(int index);

    /** Name of these values. */
    class ListUtilityFactory extends CollectionUtilityFactory {

        /** Made once. */
        protected ListUtilityFactory() {
            super(ListDataValue.class);
        }

        @Override
        public String getName() {
            return "List";
        }
    }
}
