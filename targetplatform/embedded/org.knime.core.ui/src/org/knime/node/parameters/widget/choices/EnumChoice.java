// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import org.electrode4d.embedded.ui.dialog.EnumLabels;

/**
 * A constant that can be chosen.
 *
 * @param <E> the enumeration
 * @param id the constant
 * @param text the text that is shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * @param <E> the enumeration
     * @param enumConst a constant
     * @return the choice that shows its label
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, EnumLabels.title(enumConst));
    }
}
