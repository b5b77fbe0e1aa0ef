// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.node.util.CheckUtils;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Selects names by two lists, by a pattern or by type.
 *
 * @param <T> the filter by type
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    @Persistor(DoNotPersistSelected.class)
    String[] m_selected;

    /** How the filter selects. */
    public TypedStringFilterMode m_mode;

    /** Selects by a pattern. */
    public PatternFilter m_patternFilter;

    /** Selects by two lists. */
    public ManualFilter m_manualFilter;

    /** Selects by type. */
    public T m_typeFilter;

    /**
     * @param initialSelected the included names
     * @param defaultTypeFilter the filter by type
     */
    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_mode = TypedStringFilterMode.MANUAL;
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected, "The selection is null."));
        m_patternFilter = new PatternFilter();
        m_typeFilter = defaultTypeFilter;
    }

    /**
     * @param initialSelected the included names
     * @param defaultTypeFilter the filter by type
     */
    protected TypedStringFilter(final List<String> initialSelected, final T defaultTypeFilter) {
        this(initialSelected.toArray(String[]::new), defaultTypeFilter);
    }

    /** @param value whether names that are in neither list are included */
    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /**
     * @param choices the names that exist
     * @return the included names that do not
     */
    protected String[] getMissingSelected(final String[] choices) {
        return m_mode == TypedStringFilterMode.MANUAL ? m_manualFilter.getUpdatedMissingValues(choices)
            : new String[0];
    }

    /**
     * @param choices the names that exist
     * @param getSelectedFromTypeFilter selects by type
     * @return the included names
     */
    protected String[] getSelected(final String[] choices, final Function<T, String[]> getSelectedFromTypeFilter) {
        return m_mode == TypedStringFilterMode.TYPE ? getSelectedFromTypeFilter.apply(m_typeFilter)
            : Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    /** @return accepts the included names, unless the filter selects by type */
    protected Predicate<String> getStringFilterPredicate() {
        CheckUtils.checkState(m_mode != TypedStringFilterMode.TYPE, "A filter by type does not filter by name.");
        if (m_mode == TypedStringFilterMode.MANUAL) {
            return m_manualFilter.getFilterPredicate();
        }
        return m_patternFilter.getIsSelectedPredicate(
            m_mode == TypedStringFilterMode.REGEX ? PatternMode.REGEX : PatternMode.WILDCARD);
    }

    /** @param selected the included names, for the dialog */
    protected void setSelected(final String[] selected) {
        m_selected = selected;
    }
}
