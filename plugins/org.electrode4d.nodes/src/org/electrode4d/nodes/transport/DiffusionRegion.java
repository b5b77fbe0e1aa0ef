// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What part of a scan lithium diffuses in. */
enum DiffusionRegion {

    /** Two dimensions. */
    @Label(value = "Slice", description = "One slice, in two dimensions: as if the structure went on unchanged across it")
    SLICE,

    /** Three dimensions. */
    @Label(value = "Whole volume", description = "All of it, in three dimensions; in two where it is one voxel thick")
    VOLUME;

    /** The choice. */
    static final class Reference implements ParameterReference<DiffusionRegion> {
    }

    /** Shows what only slices need. */
    static final class IsSlice implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Reference.class).isOneOf(SLICE);
        }
    }
}
