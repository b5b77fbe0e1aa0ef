// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.util.Locale;
import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;

/** The texts by which the constants of an enumeration are shown. */
public final class EnumLabels {

    private EnumLabels() {
    }

    /**
     * @param constant a constant
     * @return its label, or its name as words
     */
    public static String title(final Enum<?> constant) {
        return label(constant).map(Label::value).orElseGet(() -> words(constant.name()));
    }

    /**
     * @param constant a constant
     * @return what it means, or an empty text
     */
    public static String description(final Enum<?> constant) {
        return label(constant).map(Label::description).orElse("");
    }

    private static Optional<Label> label(final Enum<?> constant) {
        try {
            return Optional.ofNullable(
                constant.getDeclaringClass().getDeclaredField(constant.name()).getAnnotation(Label.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("The constant " + constant + " has no field.", e);
        }
    }

    private static String words(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
