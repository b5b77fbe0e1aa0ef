// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows or enables a field, or a layout part, depending on other fields. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** @return the condition */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens when the condition holds; the opposite happens when it does not */
    EffectType type();

    /** What happens when a condition holds. */
    enum EffectType {
        /** The field can be edited. */
        ENABLE,
        /** The field cannot be edited. */
        DISABLE,
        /** The field is visible. */
        SHOW,
        /** The field is not visible. */
        HIDE
    }
}
