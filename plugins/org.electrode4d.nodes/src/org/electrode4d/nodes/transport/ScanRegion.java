// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.volume.Volume;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What of a scan is divided into elements. */
enum ScanRegion {

    @Label(value = "Slice", description = "One slice, in triangles: as if the structure went on unchanged across it")
    SLICE,

    @Label(value = "Whole volume", description = "All of it, in tetrahedra; in triangles where it is one voxel thick")
    VOLUME;

    /** The choice. */
    static final class Reference implements ParameterReference<ScanRegion> {
    }

    /** Shows what only slices need. */
    static final class IsSlice implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Reference.class).isOneOf(SLICE);
        }
    }

    /** The voxels of the region; a slice is one voxel thick. */
    Volume of(final Volume volume, final SlicePlane plane, final double position) {
        return this == SLICE ? plane.within(volume).crop(volume, position) : volume;
    }
}
