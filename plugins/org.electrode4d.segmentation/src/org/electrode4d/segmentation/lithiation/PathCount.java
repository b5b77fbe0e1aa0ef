// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.stream.IntStream;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Paths;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Counts the branches of a skeleton. A voxel of the skeleton with more than two neighbours is a crossing; what remains
 * without the crossings falls into branches, one for each connected part. The length of a branch is that of the line
 * through the centres of its voxels and on to the crossings it ends at; within a crossing of several voxels there is no
 * length.
 *
 * <p>Spurs, which are branches that leave a crossing and end freely after a short way, come from rough surfaces. They
 * are taken away before anything is counted, all at once and again until there are none, since the two branches at the
 * foot of a spur are one without it.
 */
final class PathCount {

    private final byte[] skeleton;
    private final Shape shape;
    private final double[] stepLengths = new double[Neighbourhood.COUNT];
    private final int[] neighbours;
    private final BoxParts branches;

    /** Length, ends and whether the core is reached, of each branch from 1. */
    private final double[] lengths;
    private final int[] ends;
    private final boolean[] inCore;
    private final boolean[] isLinked;

    private PathCount(final byte[] skeleton, final Shape shape, final VoxelSize size) {
        this.skeleton = skeleton;
        this.shape = shape;
        for (int i = 0; i < stepLengths.length; i++) {
            final double x = Neighbourhood.step(i, 0) * size.x();
            final double y = Neighbourhood.step(i, 1) * size.y();
            final double z = Neighbourhood.step(i, 2) * size.z();
            stepLengths[i] = Math.sqrt(x * x + y * y + z * z);
        }
        neighbours = new int[skeleton.length];
        final byte[] curves = new byte[skeleton.length];
        for (int i = 0; i < skeleton.length; i++) {
            neighbours[i] = skeleton[i] == 0 ? 0 : bits(i);
            curves[i] = (byte)(skeleton[i] != 0 && Integer.bitCount(neighbours[i]) <= 2 ? 1 : 0);
        }
        branches = BoxParts.of(curves, shape);
        lengths = new double[branches.count() + 1];
        ends = new int[branches.count() + 1];
        inCore = new boolean[branches.count() + 1];
        isLinked = new boolean[branches.count() + 1];
    }

    /**
     * Thins and counts.
     *
     * @param mask of the paths, x fastest; 0 = background
     * @param core 1 in the core of the particle
     * @param leastBranch µm: branches with a free end count from this length on
     */
    static Paths of(final byte[] mask, final byte[] core, final ParticleBox.Frame frame, final double leastBranch,
        final Progress progress) {
        final Shape shape = frame.shape();
        PathCount count = new PathCount(Thinning.of(mask, shape, progress), shape, frame.size());
        count.measure(core);
        while (count.hasSpurs(leastBranch)) {
            count = new PathCount(Thinning.of(count.withoutSpurs(leastBranch), shape, progress), shape, frame.size());
            count.measure(core);
        }
        return count.sum(leastBranch);
    }

    private int bits(final int index) {
        int bits = 0;
        for (int i = 0; i < stepLengths.length; i++) {
            final int next = neighbour(index, i);
            bits |= next >= 0 && skeleton[next] != 0 ? 1 << i : 0;
        }
        return bits;
    }

    /** The index of a neighbour; -1 outside of the box. */
    private int neighbour(final int index, final int place) {
        final int sizeX = (int)shape.x();
        final int sizeY = (int)shape.y();
        final int x = index % sizeX + Neighbourhood.step(place, 0);
        final int y = index / sizeX % sizeY + Neighbourhood.step(place, 1);
        final int z = index / sizeX / sizeY + Neighbourhood.step(place, 2);
        return x < 0 || y < 0 || z < 0 || x >= sizeX || y >= sizeY || z >= shape.z() ? -1
            : x + sizeX * (y + sizeY * z);
    }

    /** Steps within a branch are met from both sides, those to crossings from one. */
    private void measure(final byte[] core) {
        for (int i = 0; i < skeleton.length; i++) {
            final int branch = branches.part(i);
            if (branch > 0) {
                inCore[branch] |= core[i] != 0;
                ends[branch] += Integer.bitCount(neighbours[i]) == 1 ? 1 : 0;
                for (int rest = neighbours[i]; rest != 0; rest &= rest - 1) {
                    final int place = Integer.numberOfTrailingZeros(rest);
                    final boolean isWithin = branches.part(neighbour(i, place)) > 0;
                    isLinked[branch] |= !isWithin;
                    lengths[branch] += isWithin ? stepLengths[place] / 2 : stepLengths[place];
                }
            }
        }
    }

    private boolean isSpur(final int branch, final double leastBranch) {
        return branch > 0 && isLinked[branch] && ends[branch] > 0 && lengths[branch] < leastBranch;
    }

    private boolean hasSpurs(final double leastBranch) {
        return IntStream.range(1, lengths.length).anyMatch(branch -> isSpur(branch, leastBranch));
    }

    private byte[] withoutSpurs(final double leastBranch) {
        final byte[] pruned = skeleton.clone();
        for (int i = 0; i < pruned.length; i++) {
            if (isSpur(branches.part(i), leastBranch)) {
                pruned[i] = 0;
            }
        }
        return pruned;
    }

    private Paths sum(final double leastBranch) {
        double length = 0;
        int counted = 0;
        int reachingCore = 0;
        int freeEnds = 0;
        for (int branch = 1; branch < lengths.length; branch++) {
            final boolean counts = lengths[branch] > 0 && (ends[branch] == 0 || lengths[branch] >= leastBranch);
            if (counts) {
                counted++;
                length += lengths[branch];
                freeEnds += ends[branch];
                reachingCore += inCore[branch] ? 1 : 0;
            }
        }
        return new Paths(length, counted, reachingCore, freeEnds);
    }
}
