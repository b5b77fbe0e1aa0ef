// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A cell that holds a long integer. */
public interface LongValue extends DataValue {

    /** Name and order of these values. */
    UtilityFactory UTILITY = new LongUtilityFactory();

    /** @return the value */
    long getLongValue();

    /** Name and order of these values. */
    class LongUtilityFactory extends ExtensibleUtilityFactory {

        /** Made once. */
        protected LongUtilityFactory() {
            super(LongValue.class);
        }

        @Override
        protected DataValueComparator getComparator() {
            return ValueOrder.LONGS;
        }

        @Override
        public String getName() {
            return "Number (Long Integer)";
        }

        @Override
        protected String[] getLegacyNames() {
            return new String[]{"Number (long)"};
        }

        @Override
        public String getGroupName() {
            return "Basic";
        }
    }
}
