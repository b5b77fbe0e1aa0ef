// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** Shows the choice of particles where they are to be told apart. */
final class HasDiffusionParticles implements EffectPredicateProvider {

    /** The switch. */
    static final class Switch implements ParameterReference<Boolean> {
    }

    @Override
    public EffectPredicate init(final PredicateInitializer i) {
        return i.getBoolean(Switch.class).isTrue();
    }
}
