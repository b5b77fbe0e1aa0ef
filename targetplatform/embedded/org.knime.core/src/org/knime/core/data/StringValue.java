// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A cell that holds a string. */
public interface StringValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new StringUtilityFactory();

    /** @return the value */
    String getStringValue();

    /** Name and order of these values. */
    class StringUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected StringUtilityFactory() {
            super(StringValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.STRINGS;
        }

        @Override
        public String getName() {
            return "String";
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
