// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Point;

/**
 * The particles of one scan and what is known of their way to the next one.
 *
 * @param name of the scan, for messages
 * @param particles in any order, each label once
 * @param toNext where a position of this scan is in the next one, µm; empty where that is not known
 * @param overlap of particles of this scan with those of the next one
 */
public record TrackedScan(String name, List<Observation> particles, Function<Point, Optional<Point>> toNext,
    Overlap overlap) {

    /** @throws SegmentationException if two particles have one label */
    public TrackedScan {
        particles = List.copyOf(particles);
        final Map<Integer, Observation> labels = new TreeMap<>();
        for (final Observation particle : particles) {
            if (labels.put(particle.label(), particle) != null) {
                throw new SegmentationException("Two particles of " + name + " have the label " + particle.label()
                    + ". Every particle needs a label of its own.");
            }
        }
    }

    /** Nothing is known but the particles. */
    public TrackedScan(final String name, final List<Observation> particles) {
        this(name, particles, place -> Optional.empty(), Overlap.UNKNOWN);
    }
}
