// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A cell that holds a number. */
public interface DoubleValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new DoubleUtilityFactory();

    /** @return the value */
    double getDoubleValue();

    /** Name and order of these values. */
    class DoubleUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected DoubleUtilityFactory() {
            super(DoubleValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.NUMBERS;
        }

        @Override
        public String getName() {
            return "Number (Float)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (double)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
