// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A cell that holds an integer. */
public interface IntValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new IntUtilityFactory();

    /** @return the value */
    int getIntValue();

    /** Name and order of these values. */
    class IntUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected IntUtilityFactory() {
            super(IntValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.INTEGERS;
        }

        @Override
        public String getName() {
            return "Number (Integer)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (integer)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
