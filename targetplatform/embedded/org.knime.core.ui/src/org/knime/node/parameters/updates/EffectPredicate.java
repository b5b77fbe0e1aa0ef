// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.updates;

import org.electrode4d.embedded.ui.dialog.Truth;

/** The condition of an {@link Effect}. */
public interface EffectPredicate {

    /**
     * @param other another condition
     * @return holds when both do
     */
    default EffectPredicate and(final EffectPredicate other) {
        return Truth.all(this, other);
    }

    /**
     * @param other another condition
     * @return holds when one of the two does
     */
    default EffectPredicate or(final EffectPredicate other) {
        return Truth.any(this, other);
    }

    /** @return holds when this does not */
    default EffectPredicate negate() {
        return Truth.not(this);
    }
}
