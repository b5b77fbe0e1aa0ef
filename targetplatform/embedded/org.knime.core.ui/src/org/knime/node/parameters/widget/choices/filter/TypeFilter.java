// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Selects by type. */
public abstract class TypeFilter implements Persistable {

    /** The ids of the selected types. */
    public String[] m_selectedTypes;

    /** Selects nothing. */
    protected TypeFilter() {
        this(new String[0]);
    }

    /** @param selectedTypes the ids of the selected types */
    protected TypeFilter(final String[] selectedTypes) {
        m_selectedTypes = selectedTypes;
    }

    /**
     * @param typeId the id of a type
     * @return the type with the name that is shown
     */
    protected abstract Optional<PossibleTypeValue> fromTypeId(String typeId);

    /** @return accepts the ids of the selected types */
    protected Predicate<String> getIsSelectedPredicate() {
        return Set.of(m_selectedTypes)::contains;
    }
}
