// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Makes the domain of a column. */
public class DataColumnDomainCreator {

    private Set<DataCell> values;

    private DataCell lower;

    private DataCell upper;

    /** Starts with an unknown domain. */
    public DataColumnDomainCreator() {
    }

    /** @param domain where to start */
    public DataColumnDomainCreator(final DataColumnDomain domain) {
        this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
    }

    /** @param values the possible values, or null if unknown */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    /** @param values the possible values */
    public DataColumnDomainCreator(final DataCell[] values) {
        this(new LinkedHashSet<>(Arrays.asList(values)));
    }

    /**
     * @param lower the smallest value, or null if unknown
     * @param upper the largest value, or null if unknown
     */
    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        this((Set<DataCell>)null, lower, upper);
    }

    /**
     * @param values the possible values, or null if unknown
     * @param lower the smallest value, or null if unknown
     * @param upper the largest value, or null if unknown
     */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lower, final DataCell upper) {
        setValues(values);
        this.lower = lower;
        this.upper = upper;
    }

    public DataColumnDomain createDomain() {
        return new DataColumnDomain(lower, upper, values);
    }

    public void setValues(final Set<? extends DataCell> values) {
        this.values = values == null ? null : new LinkedHashSet<>(values);
    }

    public void setLowerBound(final DataCell newLower) {
        lower = newLower;
    }

    public void setUpperBound(final DataCell newUpper) {
        upper = newUpper;
    }
}
