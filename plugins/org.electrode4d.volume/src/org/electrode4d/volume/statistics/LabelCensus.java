// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * What the voxels of every label are, from one pass over the volume in bars of {@value #EDGE} x {@value #EDGE} rows:
 * their number, where they are, their moments and, on demand, their grey values. Labels of 0 and below are background.
 *
 * <p>Memory goes with the number of labels, some 300 bytes for each. Coordinates are summed as integers: moments are
 * exact, and nothing depends on blocks or threads.
 */
public final class LabelCensus {

    private static final int EDGE = 32;

    private final LabelSums sums;
    /** Numbers in the sums, in the order of the labels. */
    private final int[] order;
    private final boolean hasGrey;

    private LabelCensus(final LabelSums sums, final boolean hasGrey) {
        this.sums = sums;
        this.hasGrey = hasGrey;
        final LabelIndex index = sums.index();
        // the label in the upper half sorts, the number in the lower half tells where it came from
        order = IntStream.range(0, index.size()).mapToLong(i -> (long)index.label(i) << Integer.SIZE | i).sorted()
            .mapToInt(pair -> (int)pair).toArray();
    }

    /** Of all labels above zero. */
    public static LabelCensus of(final LabelVolume labels, final Progress progress) {
        return of(labels, null, EDGE, progress);
    }

    /**
     * Of all labels above zero, with the grey values of a volume of the same shape.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public static LabelCensus of(final LabelVolume labels, final Volume grey, final Progress progress) {
        return of(labels, grey, EDGE, progress);
    }

    /** Results do not depend on the edge, which tests vary. */
    static LabelCensus of(final LabelVolume labels, final Volume grey, final int edge, final Progress progress) {
        final Shape shape = labels.volume().shape();
        if (grey != null && !grey.shape().equals(shape)) {
            throw new IllegalArgumentException("The grey values of " + grey.name() + " have " + grey.shape()
                + " voxels, but the labels of " + labels.volume().name() + " have " + shape
                + ". They must have the same shape.");
        }
        final LabelSums all = new LabelSums(grey != null);
        final int layers = Math.toIntExact((shape.z() + edge - 1) / edge);
        for (int layer = 0; layer < layers; layer++) {
            final long z = (long)layer * edge;
            final Shape part = new Shape(shape.x(), shape.y(), Math.min(edge, shape.z() - z));
            final List<Block> blocks = Blocks.tile(part, (int)Math.min(shape.x(), Integer.MAX_VALUE), edge, edge)
                .stream().map(block -> block.translate(0, 0, z)).toList();
            Blocks.map(blocks, progress.part(layer / (double)layers, (layer + 1.0) / layers),
                "Counting the voxels of labels", block -> count(labels, grey, block)).forEach(all::add);
        }
        return new LabelCensus(all, grey != null);
    }

    /** Rows are never cut, so that the sum of a run is the same whatever the blocks. */
    private static LabelSums count(final LabelVolume labels, final Volume grey, final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final float[] values = grey == null ? null : new float[ids.length];
        if (grey != null) {
            grey.read(block, values);
        }
        final LabelSums sums = new LabelSums(grey != null);
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            final int start = row * block.sizeX();
            final int end = start + block.sizeX();
            int from = start;
            while (from < end) {
                final int label = ids[from];
                int to = from + 1;
                while (to < end && ids[to] == label) {
                    to++;
                }
                if (label > 0) {
                    final int number = sums.addRun(label, block.minX() + from - start, to - from,
                        block.minY() + row % block.sizeY(), block.minZ() + row / block.sizeY());
                    if (grey != null) {
                        sums.addGrey(number, values, from, to);
                    }
                }
                from = to;
            }
        }
        return sums;
    }

    /** How many labels there are. */
    public int count() {
        return order.length;
    }

    /** The label at a place; they ascend from place 0 on. */
    public int label(final int place) {
        return sums.index().label(order[place]);
    }

    public long voxels(final int place) {
        return sums.whole(order[place], LabelSums.VOXELS);
    }

    /** Where the label at a place is. */
    public LabelExtent extent(final int place) {
        final int number = order[place];
        final long[] min = new long[3];
        final int[] size = new int[3];
        final double[] centre = new double[3];
        final double voxels = voxels(place);
        for (int i = 0; i < 3; i++) {
            min[i] = sums.whole(number, LabelSums.MIN + i);
            size[i] = (int)(sums.whole(number, LabelSums.MAX + i) - min[i] + 1);
            centre[i] = sums.whole(number, LabelSums.FIRST + i) / voxels;
        }
        return new LabelExtent(label(place), new Block(min[0], min[1], min[2], size[0], size[1], size[2]),
            new Point(centre[0], centre[1], centre[2]), voxels(place));
    }

    /** All labels in ascending order. */
    public List<LabelExtent> extents() {
        return IntStream.range(0, count()).mapToObj(this::extent).toList();
    }

    /**
     * Mean products of the distances of voxel centres from the centre of mass: xx, xy, xz, yy, yz, zz, in voxel².
     * Integers about a whole voxel near the centre: they may overflow on the way, since the end is right as long as it
     * fits into 63 bits (2^31 voxels up to 2^15 away).
     */
    public double[] covariance(final int place) {
        final int number = order[place];
        final long voxels = voxels(place);
        final long[] whole = new long[3];
        final long[] rest = new long[3];
        for (int i = 0; i < 3; i++) {
            final long sum = sums.whole(number, LabelSums.FIRST + i);
            whole[i] = Math.floorDiv(sum, voxels);
            rest[i] = sum - voxels * whole[i];
        }
        final double[] covariance = new double[6];
        int field = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                final long about = sums.whole(number, LabelSums.SECOND + field)
                    - whole[i] * sums.whole(number, LabelSums.FIRST + j)
                    - whole[j] * sums.whole(number, LabelSums.FIRST + i) + voxels * whole[i] * whole[j];
                covariance[field++] = about / (double)voxels
                    - rest[i] / (double)voxels * (rest[j] / (double)voxels);
            }
        }
        return covariance;
    }

    /**
     * The grey values of the label at a place.
     *
     * @throws IllegalStateException if the census was taken without
     */
    public LabelGrey grey(final int place) {
        if (!hasGrey) {
            throw new IllegalStateException("The census was taken without grey values.");
        }
        final int number = order[place];
        final long finite = sums.whole(number, LabelSums.FINITE);
        if (finite == 0) {
            return new LabelGrey(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        final BigDecimal n = BigDecimal.valueOf(finite);
        final BigDecimal sum = pair(number, LabelSums.SUM);
        final double variance = pair(number, LabelSums.SQUARES).multiply(n).subtract(sum.multiply(sum))
            .divide(n.multiply(n), MathContext.DECIMAL64).doubleValue();
        return new LabelGrey(finite, sum.divide(n, MathContext.DECIMAL64).doubleValue(),
            Math.sqrt(Math.max(0, variance)), sums.grey(number, LabelSums.LEAST), sums.grey(number, LabelSums.MOST));
    }

    private BigDecimal pair(final int number, final int field) {
        return new BigDecimal(sums.grey(number, field)).add(new BigDecimal(sums.grey(number, field + 1)));
    }
}
