// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.statistics.LabelCensus;

/**
 * The non-lithiated silicon of each particle in one scan. Two passes over the volumes.
 *
 * @param particles by the names under which the series knows them; unmodifiable
 */
public record NonLithiatedStep(SortedMap<Integer, Amount> particles) {

    /**
     * One particle.
     *
     * @param label that it has in this scan
     * @param voxels of its label
     * @param volume of its non-lithiated phase, in µm³; 0 where it has none
     * @param touchesBorder whether the volume cuts the particle
     */
    public record Amount(int label, long voxels, double volume, boolean touchesBorder) {

        /** Both as one; the first label stands for it. */
        Amount with(final Amount other) {
            return new Amount(label, voxels + other.voxels, volume + other.volume, touchesBorder
                || other.touchesBorder);
        }
    }

    /** Copies the map. */
    public NonLithiatedStep {
        particles = Collections.unmodifiableSortedMap(new TreeMap<>(particles));
    }

    /**
     * Measures a scan; particles are named by their labels.
     *
     * @param labels of particles, an integer volume
     * @param phase a volume of the same shape and voxel size that tells what is not lithiated
     * @throws org.electrode4d.segmentation.SegmentationException if the volumes do not fit together
     */
    public static NonLithiatedStep of(final Volume labels, final Volume phase, final PhaseCriterion criterion,
        final Progress progress) {
        Masks.requireAlike(Masks.requireIntegers(labels, "the labels of particles"), phase);
        if (criterion.kind() == PhaseCriterion.Kind.MASK || criterion.kind() == PhaseCriterion.Kind.LABEL) {
            Masks.requireIntegers(phase, "the non-lithiated phase");
        }
        final LabelVolume ids = LabelVolume.of(labels);
        final LabelCensus all = LabelCensus.of(ids, progress.part(0, 0.5));
        final LabelCensus held = LabelCensus.of(criterion.within(ids, phase), progress.part(0.5, 1));
        final SortedMap<Integer, Amount> particles = new TreeMap<>();
        for (int i = 0; i < all.count(); i++) {
            particles.put(all.label(i), new Amount(all.label(i), all.voxels(i), 0,
                !VolumeFace.touchedBy(all.extent(i).box(), labels.shape()).isEmpty()));
        }
        for (int i = 0; i < held.count(); i++) {
            final Amount particle = particles.get(held.label(i));
            particles.put(particle.label(), new Amount(particle.label(), particle.voxels(),
                held.voxels(i) * labels.voxelSize().volume(), particle.touchesBorder()));
        }
        return new NonLithiatedStep(particles);
    }

    /**
     * The same with other names of particles, as tracking gives them. Labels without a name are left out; labels with
     * one name, as after a split, count as one particle.
     *
     * @param names by label
     */
    public NonLithiatedStep named(final Map<Integer, Integer> names) {
        final SortedMap<Integer, Amount> named = new TreeMap<>();
        particles.forEach((label, amount) -> {
            final Integer name = names.get(label);
            if (name != null) {
                named.merge(name, amount, Amount::with);
            }
        });
        return new NonLithiatedStep(named);
    }
}
