// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/** Selects by two lists. */
public class ManualFilter implements Persistable {

    /** The included names. */
    public String[] m_manuallySelected;

    /** The excluded names. */
    public String[] m_manuallyDeselected;

    /** Whether names that are in neither list are included. */
    public boolean m_includeUnknownColumns;

    ManualFilter() {
    }

    /** @param initialSelected the included names; all others are excluded */
    public ManualFilter(final String[] initialSelected) {
        this(initialSelected, new String[0], false);
    }

    /**
     * @param manuallySelected the included names
     * @param manuallyDeselected the excluded names
     * @param includeUnknownValues whether all others are included
     */
    public ManualFilter(final String[] manuallySelected, final String[] manuallyDeselected,
        final boolean includeUnknownValues) {
        m_manuallySelected = manuallySelected;
        m_manuallyDeselected = manuallyDeselected;
        m_includeUnknownColumns = includeUnknownValues;
    }

    /** @return accepts the included names */
    public Predicate<String> getFilterPredicate() {
        if (m_includeUnknownColumns) {
            return Predicate.not(Set.of(m_manuallyDeselected)::contains);
        }
        return Set.of(m_manuallySelected)::contains;
    }

    /**
     * @param choices the names that exist
     * @return the included names that do not
     */
    public String[] getUpdatedMissingValues(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        return Stream.of(m_manuallySelected).filter(Predicate.not(Set.of(choices)::contains)).toArray(String[]::new);
    }
}
