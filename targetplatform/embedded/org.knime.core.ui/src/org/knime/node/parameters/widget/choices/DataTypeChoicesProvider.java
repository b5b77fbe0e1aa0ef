// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import java.util.Comparator;
import java.util.List;

import org.knime.core.data.DataType;
import org.knime.node.parameters.NodeParametersInput;

/** Offers data types. An implementation overrides either {@code choices} or {@code computeState}. */
public non-sealed interface DataTypeChoicesProvider extends ChoicesStateProvider<DataTypeChoice> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param context what is known at the input of the node
     * @return the data types that can be chosen
     */
    default List<DataType> choices(final NodeParametersInput context) {
        throw new IllegalStateException(getClass().getName() + " overrides neither choices nor computeState.");
    }

    @Override
    default List<DataTypeChoice> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(DataTypeChoice::fromDataType)
            .sorted(Comparator.comparing(DataTypeChoice::text)).toList();
    }
}
