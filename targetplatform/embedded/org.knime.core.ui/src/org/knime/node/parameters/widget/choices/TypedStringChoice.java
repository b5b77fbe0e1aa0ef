// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A text that can be chosen, with its type.
 *
 * @param id the text that is stored
 * @param text the text that is shown
 * @param type the type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * @param colSpec a column
     * @return the choice of that column
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), typeOf(colSpec.getType()));
    }

    static PossibleTypeValue typeOf(final DataType type) {
        return new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName());
    }

    /**
     * The type of a choice.
     *
     * @param id the name that is stored: of a column, its preferred value class
     * @param text the name that is shown
     */
    public record PossibleTypeValue(String id, String text) {
    }
}
