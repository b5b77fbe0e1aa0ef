// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * Measures the residual map of one step in every particle. One pass over the labels finds the particles, then each is
 * read with its box, several at a time: memory goes with the largest particle, some 30 bytes per voxel of its box and
 * thread, not with the volume. Nothing depends on blocks, threads or the numbers of the labels.
 */
public final class ParticleResiduals {

    /** Part of the progress in which particles are found. */
    private static final double CENSUS = 0.1;

    private ParticleResiduals() {
    }

    /**
     * Measures all particles of a step.
     *
     * @param labels of particles, an integer volume; 0 and below is background
     * @param residual of the same shape and voxel size, in the same frame; NaN where nothing is predicted
     * @return by label; unmodifiable
     * @throws SegmentationException if a label is too large to be a particle
     * @throws org.electrode4d.volume.VolumeException if the volumes do not fit together
     */
    public static SortedMap<Integer, ResidualFeatures> of(final Volume labels, final Volume residual,
        final ZoneSettings zones, final PathSettings paths, final Progress progress) {
        Masks.requireAlike(Masks.requireIntegers(labels, "the labels of particles"), residual);
        final LabelVolume ids = LabelVolume.of(labels);
        final List<LabelExtent> extents = LabelCensus.of(ids, progress.part(0, CENSUS)).extents();
        final Progress rest = progress.part(CENSUS, 1);
        final SortedMap<Integer, ResidualFeatures> features = new TreeMap<>();
        Blocks.map(extents.size(), rest, "Residuals in particles", i -> {
            final ParticleBox particle = ParticleBox.of(ids, extents.get(i), zones);
            final float[] values = new float[particle.voxels()];
            residual.read(particle.block(), Extension.NAN, values);
            final ResidualBox box = new ResidualBox(particle, values, zones, paths);
            return new ResidualFeatures(particle.form(), box.shares(), box.connection(), box.paths(rest));
        }).forEach(found -> features.put(found.form().label(), found));
        return Collections.unmodifiableSortedMap(features);
    }
}
