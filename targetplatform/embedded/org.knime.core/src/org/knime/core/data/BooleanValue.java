// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A cell that holds a truth value. */
public interface BooleanValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new BooleanUtilityFactory();

    /** @return the value */
    boolean getBooleanValue();

    /** Name and order of these values. */
    class BooleanUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected BooleanUtilityFactory() {
            super(BooleanValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.BOOLEANS;
        }

        @Override
        public String getName() {
            return "Boolean";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Boolean value"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
