// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Selects columns by their preferred value class. */
final class ColumnTypeFilter extends TypeFilter {

    ColumnTypeFilter() {
    }

    @Override
    protected Optional<PossibleTypeValue> fromTypeId(final String typeId) {
        final String simpleName = typeId.substring(typeId.lastIndexOf('.') + 1);
        return Optional.of(new PossibleTypeValue(typeId, simpleName));
    }

    Predicate<DataColumnSpec> getFilterPredicate() {
        return column -> getIsSelectedPredicate().test(column.getType().getPreferredValueClass().getName());
    }

    String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream().filter(getFilterPredicate()).map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
