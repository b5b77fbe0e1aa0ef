// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** Offers the columns of an input table whose cells have certain values. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {

    private final List<Class<? extends DataValue>> valueClasses;

    /** @param valueClass the value that the cells must have */
    protected CompatibleColumnsProvider(final Class<? extends DataValue> valueClass) {
        valueClasses = List.of(valueClass);
    }

    /** @param valueClasses values of which the cells must have at least one */
    protected CompatibleColumnsProvider(final Collection<Class<? extends DataValue>> valueClasses) {
        this.valueClasses = List.copyOf(valueClasses);
    }

    @Override
    public boolean isIncluded(final DataColumnSpec col) {
        return valueClasses.stream().anyMatch(col.getType()::isCompatible);
    }

    /** Offers the columns of texts. */
    public static class StringColumnsProvider extends CompatibleColumnsProvider {

        /** Looks at the first input port. */
        protected StringColumnsProvider() {
            super(StringValue.class);
        }
    }

    /** Offers the columns of numbers. */
    public static class DoubleColumnsProvider extends CompatibleColumnsProvider {

        /** Looks at the first input port. */
        protected DoubleColumnsProvider() {
            super(DoubleValue.class);
        }
    }
}
