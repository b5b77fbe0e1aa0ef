// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/**
 * Offers some constants of an enumeration. An implementation overrides either {@code choices} or {@code computeState}.
 *
 * @param <E> the enumeration
 */
public non-sealed interface EnumChoicesProvider<E extends Enum<E>> extends ChoicesStateProvider<EnumChoice<E>> {

    @Override
    default void init(final StateProviderInitializer initializer) {
        initializer.computeBeforeOpenDialog();
    }

    /**
     * @param context what is known at the input of the node
     * @return the constants that can be chosen
     */
    default List<E> choices(final NodeParametersInput context) {
        throw new IllegalStateException(getClass().getName() + " overrides neither choices nor computeState.");
    }

    @Override
    default List<EnumChoice<E>> computeState(final NodeParametersInput context) {
        return choices(context).stream().map(EnumChoice::fromEnumConst).toList();
    }
}
