// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.electrode4d.volume.Block;

/**
 * Sums over the voxels of one window: first of the reference alone, then, for every trial map, of both volumes. What
 * is missing in either (outside the volume, hole, mask) takes no part.
 *
 * <p>Coordinates enter after the voxel loops: a chunk of planes is summed over all chunks by place, with the weights 1
 * and number of the chunk; x, y and z weight the sums of the places. A voxel thus costs three products with the gradient
 * and no array of twelve. Memory: 16 bytes per voxel of the window.
 *
 * <p>A coarse form takes every n-th chunk, for the iterations that are still far from the end. Not for several threads
 * at once.
 */
public final class WindowSums {

    private final double[] centre;
    private final double shift;
    private final ReferenceWindow window;
    private final int stride;
    private final float[] g;
    private final Map<RowSampler, RowBatch> batches = new IdentityHashMap<>();
    private final RowRanges ranges;
    private boolean otherPart;
    private final LostSums lost;
    private final LaneMoments sumG;
    private final LaneMoments sumGg;
    private final LaneMoments sumFg;
    private final LaneMoments[] crossed;

    /**
     * @param reference holds {@code box} and at least one voxel around it
     * @param box the voxels of the window, in the volume's coordinates
     * @param centre the place about which maps are described, in the volume's coordinates
     * @param shift taken off all grey values of the reference, so that their squares stay small
     */
    public WindowSums(final Patch reference, final Block box, final double[] centre, final double shift) {
        this(reference, box, centre, shift, new RowRanges());
    }

    /** @param ranges what was inside at the last map, of other sums over the same window */
    public WindowSums(final Patch reference, final Block box, final double[] centre, final double shift,
        final RowRanges ranges) {
        this(new ReferenceWindow(reference, box, shift), centre.clone(), shift, 1, ranges);
    }

    private WindowSums(final ReferenceWindow window, final double[] centre, final double shift, final int stride,
        final RowRanges ranges) {
        this.window = window;
        this.centre = centre;
        this.shift = shift;
        this.stride = stride;
        this.ranges = ranges;
        final int lanes = window.lanes();
        g = new float[lanes];
        lost = new LostSums(window);
        sumG = new LaneMoments(lanes, 0);
        sumGg = new LaneMoments(lanes, 0);
        sumFg = new LaneMoments(lanes, 0);
        crossed = LaneMoments.three(lanes);
    }

    /** The same window with every {@code step}-th chunk of its planes, the one in the middle among them. */
    public WindowSums coarse(final int step) {
        return new WindowSums(window, centre, shift, step, new RowRanges());
    }

    /** Chunks that a window can be thinned by. */
    public int chunks() {
        return window.chunks;
    }

    private int middle() {
        return window.chunks / 2;
    }

    private int firstChunk() {
        return middle() % stride;
    }

    private LaneMoments.Place place() {
        final Block box = window.box;
        return new LaneMoments.Place(box, window.planes, box.minX() - centre[0], box.minY() - centre[1],
            box.minZ() - centre[2] + (double)middle() * window.planes);
    }

    /** Sums of the reference alone. */
    public ReferenceSums reference() {
        final ReferenceMoments sums = new ReferenceMoments(window);
        for (int chunk = firstChunk(); chunk < window.chunks; chunk += stride) {
            sums.add(chunk, chunk - middle());
        }
        return sums.sums(place());
    }

    /** Whether the last map left another part of the window than the map before. */
    public boolean hasOtherPart() {
        return otherPart;
    }

    /** Sums of the reference alone over what the last map left of it. */
    public ReferenceSums remaining() {
        final ReferenceMoments sums = new ReferenceMoments(window);
        Arrays.fill(g, 0);
        for (int chunk = firstChunk(); chunk < window.chunks; chunk += stride) {
            for (int r = 0; r < window.planesOf(chunk) * window.box.sizeY(); r++) {
                final int at = r * window.box.sizeX();
                Arrays.fill(g, at + ranges.from(rowsBefore(chunk) + r), at + ranges.to(rowsBefore(chunk) + r), 1);
            }
            sums.addPart(chunk, chunk - middle(), g);
            Arrays.fill(g, 0);
        }
        return sums.sums(place());
    }

    /**
     * Sums of both for a trial map.
     *
     * @param whole what {@link #reference()} gave
     * @param map F row-major, then u, twelve entries, about the centre
     * @param sampler of the deformed volume; its patch ends only where the volume ends or beyond the window
     * @param shiftG taken off all grey values of the deformed volume
     */
    public TargetSums target(final ReferenceSums whole, final double[] map, final RowSampler sampler,
        final double shiftG) {
        final MappedRow row = new MappedRow(map, centre, sampler, window.box.minX() - centre[0], window.box.sizeX());
        final RowBatch batch = batch(sampler);
        otherPart = !ranges.holdFor(map, sampler.margin(), window.box, centre);
        final boolean hold = !otherPart || keepWhole(row);
        clear();
        for (int chunk = firstChunk(); chunk < window.chunks; chunk += stride) {
            sample(chunk, row, hold, batch);
            LaneSums.subtract(g, (float)shiftG);
            leaveOut(chunk, sampler.patch().hasHoles());
            final int number = chunk - middle();
            lost.add(chunk, number);
            LaneSums.addGreys(g, window.f[chunk], sumG.plain, sumGg.plain, sumFg.plain);
            LaneSums.addFirst(g, window.gx[chunk], number, crossed[0]);
            LaneSums.addFirst(g, window.gy[chunk], number, crossed[1]);
            LaneSums.addFirst(g, window.gz[chunk], number, crossed[2]);
        }
        return lost.target(whole, new double[] {sumG.sum(), sumGg.sum(), sumFg.sum()},
            ReferenceMoments.twelve(crossed, place()), place());
    }

    /** Sets the ranges to complete rows if no row leaves the deformed volume. */
    private boolean keepWhole(final MappedRow row) {
        final Block box = window.box;
        final boolean all = row.isAllInside(new double[] {box.minY() - centre[1], box.minZ() - centre[2]},
            new double[] {box.endY() - 1 - centre[1], box.endZ() - 1 - centre[2]});
        if (all) {
            ranges.setAll(box.sizeX());
        }
        return all;
    }

    private void clear() {
        lost.clear();
        sumG.clear();
        sumGg.clear();
        sumFg.clear();
        for (final LaneMoments moments : crossed) {
            moments.clear();
        }
    }

    /** A window is sampled by the same one or two samplers again and again. */
    private RowBatch batch(final RowSampler sampler) {
        return batches.computeIfAbsent(sampler, s -> s.batch(g));
    }

    private void sample(final int chunk, final MappedRow row, final boolean hold, final RowBatch batch) {
        final int rows = window.planesOf(chunk) * window.box.sizeY();
        final int before = rowsBefore(chunk);
        for (int r = 0; r < rows; r++) {
            row.place(window.box.minY() + r % window.box.sizeY() - centre[1],
                window.box.minZ() + (double)chunk * window.planes + r / window.box.sizeY() - centre[2]);
            if (!hold) {
                row.findInside();
                ranges.set(before + r, row.from, row.to);
            }
            final int at = r * window.box.sizeX();
            row.shiftStart(-at);
            batch.add(row.start, row.step, at + ranges.from(before + r), at + ranges.to(before + r));
        }
        batch.flush();
    }

    private int rowsBefore(final int chunk) {
        return chunk * window.planes * window.box.sizeY();
    }

    /** What the deformed volume lacks is counted as lost; what the reference lacks was never counted. */
    private void leaveOut(final int chunk, final boolean holes) {
        final int width = window.box.sizeX();
        final int rows = window.planesOf(chunk) * window.box.sizeY();
        for (int r = 0; r < rows; r++) {
            final int first = r * width + ranges.from(rowsBefore(chunk) + r);
            final int end = r * width + ranges.to(rowsBefore(chunk) + r);
            leaveOut(r * width, first);
            leaveOut(end, (r + 1) * width);
            for (int i = first; holes && i < end; i++) {
                if (g[i] != g[i]) {
                    leaveOut(i, i + 1);
                }
            }
        }
        Arrays.fill(g, rows * width, g.length, 0);
        if (window.valid.length > 0) {
            LaneSums.multiply(g, window.valid[chunk], g);
        }
    }

    private void leaveOut(final int from, final int to) {
        if (from < to) {
            lost.mark(from, to);
            Arrays.fill(g, from, to, 0);
        }
    }

    /** The constant taken off the reference's grey values. */
    public double shift() {
        return shift;
    }
}
