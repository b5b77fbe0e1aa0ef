// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** How an array or a list of parameter groups is edited. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /** @return the label of the button that adds an element */
    String addButtonText() default "";

    /** @return how the fields of an element are arranged */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the title of an element, to which its number is appended */
    String elementTitle() default "";

    /** @return true if elements can be moved */
    boolean showSortButtons() default false;

    /** @return true if elements can be neither added nor removed */
    boolean hasFixedSize() default false;

    /** @return computes a new element; by default its constructor does */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> elementDefaultValueProvider() default StateProvider.class;

    /** The arrangement of the fields of one element. */
    enum ElementLayout {
        /** A card with the fields below each other. */
        VERTICAL_CARD,
        /** One line. */
        HORIZONTAL_SINGLE_LINE
    }
}
