// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.particle.PrincipalAxes;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelCensus;
import org.electrode4d.volume.statistics.LabelExtent;

/**
 * Looks for cracks in the particles of the first scan, before any lithiation: what is not silicon below the skin of a
 * particle whose gaps were closed. Memory as of {@link ParticleResiduals}.
 */
public final class ParticleGaps {

    private static final double CENSUS = 0.1;

    private ParticleGaps() {
    }

    /**
     * Measures all particles.
     *
     * @param labels of particles, an integer volume; 0 and below is background
     * @param silicon of the same shape and voxel size, 0 where there is none; empty if all labelled voxels are silicon
     * @param zones what is skin, and how wide a gap may be
     * @return by label; unmodifiable
     * @throws SegmentationException if a label is too large to be a particle
     * @throws org.electrode4d.volume.VolumeException if the volumes do not fit together
     */
    public static SortedMap<Integer, GapFeatures> of(final Volume labels, final Optional<Volume> silicon,
        final ZoneSettings zones, final Progress progress) {
        Masks.requireIntegers(labels, "the labels of particles");
        silicon.ifPresent(mask -> Masks.requireAlike(labels, Masks.requireIntegers(mask, "the mask of silicon")));
        final LabelVolume ids = LabelVolume.of(labels);
        final List<LabelExtent> extents = LabelCensus.of(ids, progress.part(0, CENSUS)).extents();
        final SortedMap<Integer, GapFeatures> gaps = new TreeMap<>();
        final List<GapFeatures> found = Blocks.map(extents.size(), progress.part(CENSUS, 1), "Gaps in particles",
            i -> of(ParticleBox.of(ids, extents.get(i), zones), silicon, zones.skin()));
        for (int i = 0; i < found.size(); i++) {
            gaps.put(extents.get(i).label(), found.get(i));
        }
        return Collections.unmodifiableSortedMap(gaps);
    }

    private static GapFeatures of(final ParticleBox particle, final Optional<Volume> silicon, final double skin) {
        final float[] values = new float[silicon.isPresent() ? particle.voxels() : 0];
        silicon.ifPresent(mask -> mask.read(particle.block(), Extension.ZERO, values));
        final byte[] gap = new byte[particle.voxels()];
        long all = 0;
        long missing = 0;
        for (int i = 0; i < gap.length; i++) {
            if (particle.isInside(i) && particle.depth(i) > skin) {
                all++;
                if (silicon.isPresent() ? values[i] == 0 : !particle.isOwn(i)) {
                    gap[i] = 1;
                    missing++;
                }
            }
        }
        final BoxParts parts = BoxParts.of(gap, particle.frame().shape());
        if (all == 0 || missing == 0) {
            final double none = all == 0 ? Double.NaN : 0;
            return new GapFeatures(none, none, Double.NaN, particle.form().isCut());
        }
        return new GapFeatures(missing / (double)all, parts.voxels(parts.largest()) / (double)all,
            planarity(parts, particle), particle.form().isCut());
    }

    private static double planarity(final BoxParts parts, final ParticleBox particle) {
        final int sizeX = particle.block().sizeX();
        final int sizeY = particle.block().sizeY();
        final int part = parts.largest();
        final long[] first = new long[3];
        final long[] second = new long[6];
        for (int i = 0; i < particle.voxels(); i++) {
            if (parts.part(i) == part) {
                add(i % sizeX, i / sizeX % sizeY, i / sizeX / sizeY, first, second);
            }
        }
        final double n = parts.voxels(part);
        final double[] covariance = new double[6];
        int field = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                covariance[field] = second[field] / n - first[a] / n * (first[b] / n);
                field++;
            }
        }
        return 1 - PrincipalAxes.of(covariance, particle.frame().size(), particle.block().sizeZ() == 1).flatness();
    }

    private static void add(final int x, final int y, final int z, final long[] first, final long[] second) {
        first[0] += x;
        first[1] += y;
        first[2] += z;
        second[0] += (long)x * x;
        second[1] += (long)x * y;
        second[2] += (long)x * z;
        second[3] += (long)y * y;
        second[4] += (long)y * z;
        second[5] += (long)z * z;
    }
}
