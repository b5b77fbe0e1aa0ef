// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.filter.Gaussian;

/**
 * What covers the particles of an electrode, and how thick the SEI on them is: from every point of a particle's
 * surface a ray goes along the outward normal, and the first phase that it meets is the cover (Müller et al. 2021,
 * Fig. 2 g to i; the ray tracing there is described in a supplement that was not at hand).
 *
 * <p>Points are the middles of all faces between a voxel of a particle and one outside of it. A face of area A and unit
 * normal e stands for the area {@code max(0, A n·e)}, with n the unit normal of the surface there: per area of a
 * surface {@code |n_i| / A_i} faces have the direction of axis i, so the sum over the axes is {@code n_x² + n_y² +
 * n_z² = 1}, and neither the direction of the surface nor anisotropic voxels bias it. (Equal weights of faces
 * overestimate the area of a ball by half, and surfaces oblique to the voxels most.) Rays are followed from voxel to
 * voxel with the exact length in each, so the thickness of the SEI has no error of half a step. The SEI ends where
 * the ray meets anything else, on a stretch that is long enough: rays along the rim of a film graze the stairs of
 * its voxels.
 *
 * <p>Faces at the border of the volume are no surface. A ray that leaves the volume before it meets anything, which
 * takes an ignored gap, is excluded; one that leaves it in the SEI counts as covered, but has no thickness.
 *
 * <p>In blocks with a halo of the longest ray or of the Gaussian, several at a time; sums are exact, so that neither
 * the blocks nor the threads show in the result.
 */
public final class SurfaceCoverage {

    private static final int LARGEST_EDGE = 128;
    private static final int LEAST_EDGE = 32;
    private static final int WITH_HALO = 160;

    private final LabelVolume phases;
    private final LabelVolume particles;
    private final CoverageSettings settings;
    private final SortedMap<Integer, CoverTally> tallies = new TreeMap<>();
    private final Set<Cover> seen = EnumSet.noneOf(Cover.class);

    /**
     * What was found.
     *
     * @param particles by label, ascending; unmodifiable
     * @param total all particles together
     * @param found covers whose labels are somewhere in the phase volume
     */
    public record Result(SortedMap<Integer, ParticleCoverage> particles, ParticleCoverage total, Set<Cover> found) {
    }

    private SurfaceCoverage(final Volume phases, final Volume particles, final CoverageSettings settings) {
        this.phases = LabelVolume.of(Masks.requireIntegers(phases, "the phases"));
        this.particles = LabelVolume.of(Masks.requireIntegers(particles, "the particles"));
        Masks.requireAlike(phases, particles);
        this.settings = settings;
    }

    /**
     * Casts all rays.
     *
     * @param phases labels of phases
     * @param particles labels of particles, 0 elsewhere; alike. Where there is a particle the phase plays no role
     * @throws SegmentationException if the volumes are not alike or no labels
     */
    public static Result of(final Volume phases, final Volume particles, final CoverageSettings settings,
        final Progress progress) {
        return new SurfaceCoverage(phases, particles, settings).run(0, progress);
    }

    /** @param edge of blocks in voxels; 0 chooses one */
    static Result of(final Volume phases, final Volume particles, final CoverageSettings settings, final int edge,
        final Progress progress) {
        return new SurfaceCoverage(phases, particles, settings).run(edge, progress);
    }

    private Result run(final int wantedEdge, final Progress progress) {
        final int[] halo = halo();
        final int edge = wantedEdge > 0 ? wantedEdge : Math.max(LEAST_EDGE,
            Math.min(LARGEST_EDGE, WITH_HALO - 2 * Arrays.stream(halo).max().orElse(0)));
        final List<Block> blocks = Blocks.tile(particles.volume().shape(), edge);
        Blocks.forEach(blocks, progress, "Casting rays in " + particles.volume().name(),
            block -> add(block, halo, progress));
        final CoverTally total = new CoverTally();
        final SortedMap<Integer, ParticleCoverage> results = new TreeMap<>();
        final double face = largestFace(particles.volume().voxelSize());
        tallies.forEach((label, tally) -> {
            total.add(tally);
            results.put(label, tally.coverage(face, settings.longestRay()));
        });
        return new Result(Collections.unmodifiableSortedMap(results), total.coverage(face, settings.longestRay()),
            Collections.unmodifiableSet(seen));
    }

    private int[] halo() {
        final VoxelSize size = particles.volume().voxelSize();
        final int normals = Gaussian.reach(settings.smoothing()) + 2;
        final int[] halo = new int[3];
        final double[] edges = {size.x(), size.y(), size.z()};
        for (int axis = 0; axis < 3; axis++) {
            final double ray = Math.ceil(settings.longestRay() / edges[axis]) + 1;
            if (ray > 500) {
                throw new SegmentationException("The longest ray of " + settings.longestRay() + " µm is longer than "
                    + "500 voxels of " + edges[axis] + " µm. Choose a shorter one.");
            }
            halo[axis] = Math.max(normals, (int)ray);
        }
        return halo;
    }

    private void add(final Block inner, final int[] halo, final Progress progress) {
        final CoverPhases.Lookup lookup = settings.phases().lookup();
        final boolean hasParticle = look(inner, lookup);
        if (!hasParticle) {
            return;
        }
        final Block outer = inner.grow(halo[0], halo[1], halo[2]).clip(particles.volume().shape());
        final CoverBlock block = new CoverBlock(particles, phases, outer, lookup);
        final SortedMap<Integer, CoverTally> found = new BlockCoverage(block,
            inner.translate(-outer.minX(), -outer.minY(), -outer.minZ()), settings, particles.volume().shape())
            .cast(progress);
        synchronized (tallies) {
            found.forEach((label, tally) -> tallies.computeIfAbsent(label, any -> new CoverTally()).add(tally));
        }
    }

    /** Notes which phases there are; whether there is a particle. */
    private boolean look(final Block inner, final CoverPhases.Lookup lookup) {
        final int[] labels = new int[inner.voxels()];
        phases.read(inner, labels);
        final boolean[] found = new boolean[Cover.values().length];
        for (final int label : labels) {
            found[lookup.cover(label)] = true;
        }
        synchronized (seen) {
            for (final Cover cover : Cover.values()) {
                if (found[cover.ordinal()]) {
                    seen.add(cover);
                }
            }
        }
        particles.read(inner, labels);
        return Arrays.stream(labels).anyMatch(label -> label != 0);
    }

    static double largestFace(final CoverBlock block) {
        return largestFace(new VoxelSize(block.voxelSize(0), block.voxelSize(1), block.voxelSize(2)));
    }

    private static double largestFace(final VoxelSize size) {
        return Math.max(size.x() * size.y(), Math.max(size.x() * size.z(), size.y() * size.z()));
    }
}
