// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Comparator;

/** The orders of the basic values. */
final class ValueOrder extends DataValueComparator {

    static final DataValueComparator INTEGERS =
        new ValueOrder(Comparator.comparingInt(v -> ((IntValue)v).getIntValue()));

    static final DataValueComparator LONGS =
        new ValueOrder(Comparator.comparingLong(v -> ((LongValue)v).getLongValue()));

    static final DataValueComparator NUMBERS =
        new ValueOrder(Comparator.comparingDouble(v -> ((DoubleValue)v).getDoubleValue()));

    static final DataValueComparator STRINGS =
        new ValueOrder(Comparator.comparing(v -> ((StringValue)v).getStringValue()));

    static final DataValueComparator BOOLEANS =
        new ValueOrder(Comparator.comparing(v -> ((BooleanValue)v).getBooleanValue()));

    /** By what the cells show; for types without an order of their own. */
    static final DataValueComparator TEXTS = new ValueOrder(Comparator.comparing(Object::toString));

    private final Comparator<DataValue> order;

    private ValueOrder(final Comparator<DataValue> order) {
        this.order = order;
    }

    @Override
    protected int compareDataValues(final DataValue v1, final DataValue v2) {
        return order.compare(v1, v2);
    }
}
