// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/**
 * Where the collector ends and the electrode begins, for every column of voxels along z, between voxels: the place
 * where the grey value, smoothed by a Gaussian of one voxel (half a voxel along z), is halfway between what it is two
 * and three voxels to either side. Half of the local step is where the edge is, whatever the electrode is made of
 * there; a fixed grey value would lie deeper beside a pore than beside a particle.
 *
 * @param heights z in voxels, x fastest; NaN where no surface was found
 * @param steps heights of the grey steps there, by which the columns count: where a faint step is thought to be depends
 *     most on what else is beside it
 * @param end the face at which the collector is
 * @param subVoxel whether grey values were asked
 */
record CollectorSurface(float[] heights, float[] steps, Collector end, boolean subVoxel) {

    private static final int TILE = 64;
    private static final int SLAB = 64;
    /** Voxels: across the surface less, because there an edge is to be found. */
    private static final Point SIGMA = new Point(1, 1, 0.5);
    /** Voxels from the face within which the collector must begin. */
    private static final int START = 8;
    private static final int FIRST_LEVEL = 2;
    private static final int LAST_LEVEL = 3;
    private static final int REACH = 3;
    /** Height of a local step, in parts of that of the mean one, below which it is none. */
    private static final double LEAST_STEP = 0.1;

    /** From the face inwards, for as long as the smoothed grey value is above the threshold. */
    static CollectorSurface ofGreys(final Volume volume, final CollectorThreshold.Found found,
        final Progress progress) {
        final Volume smooth = Gaussian.of(volume, SIGMA, Extension.REPLICATE);
        return walk(volume.shape(), found.end(), true, progress, tile -> {
            final float[] heights = new Walk(smooth, found.threshold(), START, tile, found.end()).heights();
            return refined(smooth, tile, found.end(), heights, found.threshold());
        });
    }

    /**
     * The end of the longest run of mask voxels in every column, and the grey edge beside it.
     *
     * @param mask 0 and 1
     * @param threshold between collector and electrode; empty to stay with the faces of the voxels
     */
    static CollectorSurface ofMask(final Volume volume, final Volume mask, final Collector end,
        final OptionalDouble threshold, final Progress progress) {
        final Volume smooth = Gaussian.of(volume, SIGMA, Extension.REPLICATE);
        return walk(volume.shape(), end, threshold.isPresent(), progress, tile -> {
            final float[] heights = new Walk(mask, 0.5, Integer.MAX_VALUE, tile, end).heights();
            return threshold.isPresent() ? refined(smooth, tile, end, heights, threshold.getAsDouble())
                : Edges.alike(heights);
        });
    }

    /** Heights and steps of a tile. */
    private record Edges(float[] heights, float[] steps) {

        static Edges alike(final float[] heights) {
            final float[] steps = new float[heights.length];
            Arrays.fill(steps, 1);
            return new Edges(heights, steps);
        }
    }

    private interface TileSurface {
        Edges of(Block tile);
    }

    private static CollectorSurface walk(final Shape shape, final Collector end, final boolean subVoxel,
        final Progress progress, final TileSurface surface) {
        final List<Block> tiles = Blocks.tile(new Shape(shape.x(), shape.y(), 1), TILE, TILE, 1);
        final float[] heights = new float[Math.toIntExact(shape.x() * shape.y())];
        final float[] steps = new float[heights.length];
        Blocks.forEach(tiles, progress, "Looking for the collector", tile -> {
            final Edges part = surface.of(tile);
            for (int row = 0; row < tile.sizeY(); row++) {
                final int to = (int)((tile.minY() + row) * shape.x() + tile.minX());
                System.arraycopy(part.heights, row * tile.sizeX(), heights, to, tile.sizeX());
                System.arraycopy(part.steps, row * tile.sizeX(), steps, to, tile.sizeX());
            }
        });
        return new CollectorSurface(heights, steps, end, subVoxel);
    }

    /** Goes through the columns of a tile from the face of the collector inwards. */
    private static final class Walk {

        private final Volume volume;
        private final double threshold;
        private final int latest;
        private final Block tile;
        private final Collector end;
        private final float[] heights;
        private final float[] last;
        private final int[] run;
        private final int[] longest;
        private int open;

        /** @param latest voxels from the face at which a run may begin; beyond, only the longest of several counts */
        Walk(final Volume volume, final double threshold, final int latest, final Block tile, final Collector end) {
            this.volume = volume;
            this.threshold = threshold;
            this.latest = latest;
            this.tile = tile;
            this.end = end;
            final int columns = tile.sizeX() * tile.sizeY();
            heights = new float[columns];
            Arrays.fill(heights, Float.NaN);
            last = new float[columns];
            run = new int[columns];
            longest = new int[columns];
            open = columns;
        }

        float[] heights() {
            final long depth = volume.shape().z();
            for (long d = 0; d < depth && open > 0; d += SLAB) {
                final int planes = (int)Math.min(SLAB, depth - d);
                final long z = end == Collector.FIRST_SLICE ? d : depth - d - planes;
                final float[] values = new float[tile.voxels() * planes];
                volume.read(new Block(tile.minX(), tile.minY(), z, tile.sizeX(), tile.sizeY(), planes), values);
                for (int k = 0; k < planes; k++) {
                    plane(values, end == Collector.FIRST_SLICE ? k : planes - 1 - k, d + k);
                }
            }
            return heights;
        }

        private void plane(final float[] values, final int plane, final long depth) {
            for (int i = 0; i < run.length; i++) {
                final float value = values[plane * run.length + i];
                if (run[i] < 0) {
                    continue;
                }
                if (value > threshold) {
                    run[i]++;
                } else {
                    ended(i, value, depth);
                }
                last[i] = value;
            }
        }

        private void ended(final int i, final float value, final long depth) {
            if (run[i] > longest[i] && value == value) {
                longest[i] = run[i];
                final double part = (last[i] - threshold) / (last[i] - (double)value);
                final double at = depth - 1 + part;
                heights[i] = (float)(end == Collector.FIRST_SLICE ? at : volume.shape().z() - 1 - at);
            }
            final boolean closed = latest < Integer.MAX_VALUE && (run[i] > 0 || depth >= latest);
            run[i] = closed ? -1 : 0;
            open -= closed ? 1 : 0;
        }
    }

    /** Moves every height to the middle of its local step; NaN where there is none. */
    private static Edges refined(final Volume smooth, final Block tile, final Collector end, final float[] heights,
        final double threshold) {
        long low = Long.MAX_VALUE;
        long high = -1;
        for (final float height : heights) {
            low = height == height ? Math.min(low, (long)height) : low;
            high = height == height ? Math.max(high, (long)height + 1) : high;
        }
        if (high < 0) {
            return Edges.alike(heights);
        }
        final int margin = REACH + LAST_LEVEL + 1;
        final Block box = new Block(tile.minX(), tile.minY(), low - margin, tile.sizeX(), tile.sizeY(),
            (int)(high - low) + 2 * margin + 1).clip(smooth.shape());
        final float[] values = new float[box.voxels()];
        smooth.read(box, values);
        final Edges edges = new Edges(new float[heights.length], new float[heights.length]);
        final int inwards = end == Collector.FIRST_SLICE ? 1 : -1;
        for (int i = 0; i < heights.length; i++) {
            final Column column = new Column(values, i, heights.length, box.sizeZ(), inwards);
            final double edge = column.edge(heights[i] - box.minZ(), threshold);
            edges.heights[i] = (float)(edge + box.minZ());
            edges.steps[i] = edge == edge ? (float)column.step(edge) : 0;
        }
        return edges;
    }

    /** @param inwards step along z from the collector into the electrode */
    private record Column(float[] values, int first, int stride, int length, int inwards) {

        private double at(final double z) {
            final int k = (int)Math.floor(z);
            if (!(k >= 0 && k < length - 1)) {
                return k == z && k == length - 1 ? values[first + k * stride] : Double.NaN;
            }
            final float near = values[first + k * stride];
            return near + (z - k) * (values[first + (k + 1) * stride] - near);
        }

        private double level(final double z, final int side) {
            double sum = 0;
            int count = 0;
            for (int k = FIRST_LEVEL; k <= LAST_LEVEL; k++) {
                final double value = at(z + (double)side * k);
                sum += value == value ? value : 0;
                count += value == value ? 1 : 0;
            }
            return sum / count;
        }

        /**
         * The crossing of the middle nearest to where the surface was thought to be; twice, since levels move along.
         */
        double edge(final double guess, final double threshold) {
            double z = guess;
            for (int i = 0; i < 2 && z == z; i++) {
                final double inside = level(z, -inwards);
                final double outside = level(z, inwards);
                if (!(inside - outside > LEAST_STEP * Math.abs(inside - threshold))) {
                    return Double.NaN;
                }
                z = crossing(z, (inside + outside) / 2);
            }
            return z;
        }

        double step(final double z) {
            return level(z, -inwards) - level(z, inwards);
        }

        private double crossing(final double guess, final double middle) {
            double best = Double.NaN;
            final int from = (int)Math.max(0, Math.floor(guess) - REACH);
            final int to = (int)Math.min(length - 2.0, Math.floor(guess) + REACH);
            for (int k = from; k <= to; k++) {
                final double a = values[first + k * stride] - middle;
                final double b = values[first + (k + 1) * stride] - middle;
                if (a * b <= 0 && a != b && (b - a) * inwards < 0) {
                    final double at = k + a / (a - b);
                    best = best == best && Math.abs(best - guess) <= Math.abs(at - guess) ? best : at;
                }
            }
            return best;
        }
    }
}
