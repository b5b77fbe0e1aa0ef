// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known of the values of a column: bounds, and possible values. Immutable. */
public final class DataColumnDomain {

    private static final String LOWER = "lower_bound";

    private static final String UPPER = "upper_bound";

    private static final String VALUES = "possible_values";

    private final DataCell lower;

    private final DataCell upper;

    private final Set<DataCell> values;

    DataColumnDomain(final DataCell lower, final DataCell upper, final Set<DataCell> values) {
        this.lower = lower;
        this.upper = upper;
        this.values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** @return the possible values, or null if they are unknown or too many */
    public Set<DataCell> getValues() {
        return values;
    }

    public boolean hasValues() {
        return values != null;
    }

    /** @return the smallest value, or null if unknown */
    public DataCell getLowerBound() {
        return lower;
    }

    public boolean hasLowerBound() {
        return lower != null;
    }

    /** @return the largest value, or null if unknown */
    public DataCell getUpperBound() {
        return upper;
    }

    public boolean hasUpperBound() {
        return upper != null;
    }

    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    public void save(final ConfigWO config) {
        if (lower != null) {
            config.addDataCell(LOWER, lower);
        }
        if (upper != null) {
            config.addDataCell(UPPER, upper);
        }
        if (values != null) {
            config.addDataCellArray(VALUES, values.toArray(DataCell[]::new));
        }
    }

    public static DataColumnDomain load(final ConfigRO config) {
        DataCell[] values = config.getDataCellArray(VALUES, (DataCell[])null);
        return new DataColumnDomain(config.getDataCell(LOWER, null), config.getDataCell(UPPER, null),
            values == null ? null : new LinkedHashSet<>(Arrays.asList(values)));
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof DataColumnDomain)) {
            return false;
        }
        DataColumnDomain other = (DataColumnDomain)obj;
        return Objects.equals(lower, other.lower) && Objects.equals(upper, other.upper)
            && Objects.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(lower, upper, values);
    }

    @Override
    public String toString() {
        return "lower=" + lower + ",upper=" + upper + ",values=" + values;
    }
}
