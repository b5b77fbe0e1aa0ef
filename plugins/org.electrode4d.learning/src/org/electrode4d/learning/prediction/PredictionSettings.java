// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.Orientation;

/**
 * How volumes are segmented.
 *
 * @param orientations of the slices; the probabilities of several are averaged
 * @param tiles in which slices go through the network
 * @param rescale whether a volume whose voxels are not those of the model is interpolated to the voxels that the model
 *     knows, and its result back; otherwise such a volume is refused
 * @param probabilities whether those are kept, too
 */
public record PredictionSettings(Set<Orientation> orientations, Tiles tiles, boolean rescale, boolean probabilities) {

    /** Slices across z; classes alone. */
    public static final PredictionSettings DEFAULT =
        new PredictionSettings(EnumSet.of(Orientation.XY), Tiles.DEFAULT, false, false);

    /** @throws LearningException if there is no orientation */
    public PredictionSettings {
        if (orientations.isEmpty()) {
            throw new LearningException("At least one orientation of slices is needed, for instance XY.");
        }
        // in a fixed order, so that sums are the same in every run
        orientations = Collections.unmodifiableSet(EnumSet.copyOf(orientations));
    }

    boolean isAlongZ() {
        return orientations.contains(Orientation.XZ) || orientations.contains(Orientation.YZ);
    }
}
