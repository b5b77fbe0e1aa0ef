// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.electrode4d.correlation.kernel.CommonGradient;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * How well a region fixes its position in another scan. A smooth foil has no texture in its plane: an iteration would
 * follow the noise there, and its own matrix, full of the gradients of noise, would even call the outcome exact. The
 * matrix S of common gradients, reference times other scan, is free of noise. With the scores s of cubes of eight
 * voxels, sums of steepest-descent images times what remains of the grey values, the covariance of the result is
 * {@code S^-1 (sum s s') S^-1} (White, Econometrica 48, 1980, 817, by clusters): what remains may be noise, or an
 * electrode that changed beside the region, which is alike over many voxels.
 */
public final class RegionEvidence {

    private static final int EDGE = 64;
    private static final int CLUSTER = 8;
    private static final int GREYS = 6;
    private static final int SCORES = 3;
    private static final int MODES = RigidMode.values().length;
    private static final int SCORES_AT = GREYS + 2 * MODES * MODES;
    /** Smaller eigenvalues of the scaled matrix mean the same: nothing is known. */
    private static final double SMALLEST = 1e-4;

    private final double[] sums;
    private final double[][] scatter;

    private RegionEvidence(final List<Clusters> parts) {
        sums = parts.stream().map(Clusters::sums).reduce(RegionEvidence::plus).orElseThrow();
        scatter = new double[MODES][MODES];
        final double gain = gain();
        final double offset = (sums[1] - gain * sums[2]) / sums[0];
        for (final Clusters part : parts) {
            part.scores.forEach(score -> addScatter(score, gain, offset));
        }
    }

    private void addScatter(final double[] score, final double gain, final double offset) {
        final double[] s = new double[MODES];
        for (int m = 0; m < MODES; m++) {
            s[m] = score[SCORES * m] - gain * score[SCORES * m + 1] - offset * score[SCORES * m + 2];
        }
        for (int m = 0; m < MODES; m++) {
            for (int p = 0; p < MODES; p++) {
                scatter[m][p] += s[m] * s[p];
            }
        }
    }

    private double gain() {
        return Math.sqrt(contrastF() / contrastG());
    }

    /**
     * Reads the region once, in both volumes.
     *
     * @param map of the whole volume, about its middle
     * @param axes and voxel size of the motion whose modes are examined, all six of them, about the region's middle
     */
    public static RegionEvidence of(final VolumePair pair, final Region region, final Transformation map,
        final RigidMotion axes, final Progress progress) {
        final Volume aligned = AlignedVolume.of(pair.deformed(), map, Accuracy.EXACT);
        final double[][] basis = axes.withModes(RigidMode.RIGID).basis();
        final Point middle = region.centre();
        final double[] centre = {middle.x(), middle.y(), middle.z()};
        final Block box = region.box();
        final List<Block> blocks = Blocks.tile(new Shape(box.sizeX(), box.sizeY(), box.sizeZ()), EDGE);
        final List<Clusters> parts = Blocks.map(blocks, progress, "Looking at the texture", tile -> {
            final Block block = tile.translate(box.minX(), box.minY(), box.minZ());
            final Block around = block.grow(1).clip(pair.shape());
            final Patch f = Patch.load(pair.reference(), around, Optional.of(region.mask()), Progress.NONE);
            final Patch g = Patch.load(aligned, around, Optional.empty(), Progress.NONE);
            return Clusters.of(f, g, block, basis, centre);
        });
        return new RegionEvidence(parts);
    }

    /** The sums over a block, and the scores of the cubes in it. */
    private record Clusters(double[] sums, List<double[]> scores) {

        static Clusters of(final Patch f, final Patch g, final Block block, final double[][] basis,
            final double[] centre) {
            double[] sums = new double[SCORES_AT + SCORES * MODES];
            final List<double[]> scores = new ArrayList<>();
            for (final Block cube : Blocks.tile(new Shape(block.sizeX(), block.sizeY(), block.sizeZ()), CLUSTER)) {
                final CommonGradient common = new CommonGradient(basis);
                common.add(f, g, cube.translate(block.minX(), block.minY(), block.minZ()), centre);
                final double[] part = common.sums();
                if (part[0] > 0) {
                    sums = plus(sums, part);
                    scores.add(Arrays.copyOfRange(part, SCORES_AT, part.length));
                }
            }
            return new Clusters(sums, scores);
        }
    }

    private static double[] plus(final double[] a, final double[] b) {
        final double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    /** Voxels that were compared. */
    public long voxels() {
        return (long)sums[0];
    }

    private double contrastF() {
        return sums[3] - sums[1] * sums[1] / sums[0];
    }

    private double contrastG() {
        return sums[4] - sums[2] * sums[2] / sums[0];
    }

    /** Zero-mean normalised cross-correlation; NaN without contrast. */
    public double zncc() {
        return (sums[5] - sums[1] * sums[2] / sums[0]) / Math.sqrt(contrastF() * contrastG());
    }

    /** Root of the mean squared difference once gain and offset are matched, in grey values of the reference. */
    public double residual() {
        return Math.sqrt(Math.max(0, contrastF() * (1 - zncc() * zncc()) / sums[0]));
    }

    /**
     * Standard deviations of some modes when they alone are free: µm for translations, radian for rotations; very large
     * where the region says nothing.
     */
    public Map<RigidMode, Double> uncertainty(final Set<RigidMode> free) {
        final Map<RigidMode, Double> deviations = new EnumMap<>(RigidMode.class);
        final List<RigidMode> modes = new ArrayList<>(free.isEmpty() ? Set.of() : EnumSet.copyOf(free));
        if (modes.isEmpty()) {
            return deviations;
        }
        final int n = modes.size();
        final RealMatrix scores = new Array2DRowRealMatrix(n, n);
        final RealMatrix common = new Array2DRowRealMatrix(n, n);
        final double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(product(modes.get(i), modes.get(i), 0));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scores.setEntry(i, j, scatter[modes.get(i).ordinal()][modes.get(j).ordinal()] / (scale[i] * scale[j]));
                common.setEntry(i, j, gain() * product(modes.get(i), modes.get(j), 1) / (scale[i] * scale[j]));
            }
        }
        final boolean known = gain() > 0 && Arrays.stream(scale).allMatch(s -> s > 0)
            && Double.isFinite(common.getFrobeniusNorm());
        final RealMatrix inverse = known ? inverse(common) : common;
        final RealMatrix covariance = inverse.multiply(scores).multiply(inverse);
        for (int i = 0; i < n; i++) {
            deviations.put(modes.get(i), known ? Math.sqrt(Math.max(0, covariance.getEntry(i, i))) / scale[i]
                : Double.POSITIVE_INFINITY);
        }
        return deviations;
    }

    private double product(final RigidMode a, final RigidMode b, final int common) {
        return sums[GREYS + 2 * (MODES * a.ordinal() + b.ordinal()) + common];
    }

    private static RealMatrix inverse(final RealMatrix symmetric) {
        final EigenDecomposition eigen = new EigenDecomposition(symmetric);
        final double[] values = eigen.getRealEigenvalues();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / Math.max(SMALLEST, values[i]);
        }
        return eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(values)).multiply(eigen.getVT());
    }

    /**
     * The modes that a region fixes; of those that it does not, none is asked again, so that the others need not answer
     * for them.
     *
     * @param largest standard deviation in µm that is good enough
     * @param lever of rotations, in µm
     */
    public Set<RigidMode> determined(final Set<RigidMode> wanted, final double largest, final double lever) {
        final Set<RigidMode> all = EnumSet.noneOf(RigidMode.class);
        all.addAll(wanted);
        boolean changed = true;
        while (changed) {
            changed = false;
            RigidMode worst = null;
            double worstDeviation = largest;
            for (final Map.Entry<RigidMode, Double> entry : uncertainty(all).entrySet()) {
                final double deviation = entry.getValue() * (entry.getKey().isRotation() ? lever : 1);
                if (!(deviation <= worstDeviation)) {
                    worst = entry.getKey();
                    worstDeviation = deviation;
                }
            }
            if (worst != null) {
                all.remove(worst);
                changed = true;
            }
        }
        return all;
    }
}
