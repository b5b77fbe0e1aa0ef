// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import org.electrode4d.volume.Block;

/**
 * Sums over the voxels of one window: first of the reference alone, then, for every trial map, of both volumes. What
 * is missing in either (outside the volume, hole, mask) takes no part. Row-factorised: y and z are constant along a
 * row, so that a voxel costs six multiply-adds per sum instead of twelve and no array of the window's size is written.
 *
 * <p>Not for several threads at once.
 */
public final class WindowSums {

    private final Patch reference;
    private final Block box;
    private final double[] centre;
    private final double shift;
    private final ReferenceRow row;
    private final RowMoments moments;
    private final float[] g;

    /**
     * @param reference holds {@code box} and at least one voxel around it
     * @param box the voxels of the window, in the volume's coordinates
     * @param centre the place about which maps are described, in the volume's coordinates
     * @param shift taken off all grey values of the reference, so that their squares stay small
     */
    public WindowSums(final Patch reference, final Block box, final double[] centre, final double shift) {
        this.reference = reference;
        this.box = box;
        this.centre = centre.clone();
        this.shift = shift;
        row = new ReferenceRow(reference, box, shift);
        moments = new RowMoments(row);
        g = new float[box.sizeX()];
    }

    private double firstX() {
        return box.minX() - centre[0];
    }

    /** Sums of the reference alone. */
    public ReferenceSums reference() {
        final ReferenceMoments products = new ReferenceMoments(row);
        moments.clear();
        for (long z = box.minZ(); z < box.endZ(); z++) {
            for (long y = box.minY(); y < box.endY(); y++) {
                row.load(y, z);
                products.add((float)(y - centre[1]));
                moments.addReference((float)(y - centre[1]), 0, g.length);
            }
            products.closePlane(z - centre[2]);
            moments.closePlane(z - centre[2]);
        }
        return moments.reference(firstX(), products.products(firstX()));
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
        final MappedRow mapped = new MappedRow(map, centre, sampler, firstX(), g.length);
        final boolean holes = reference.hasHoles() || sampler.patch().hasHoles();
        moments.clear();
        for (long z = box.minZ(); z < box.endZ(); z++) {
            for (long y = box.minY(); y < box.endY(); y++) {
                final float fromCentre = (float)(y - centre[1]);
                row.load(y, z);
                mapped.place(fromCentre, z - centre[2]);
                moments.addReference(fromCentre, 0, mapped.from);
                moments.addReference(fromCentre, mapped.to, g.length);
                sampler.sample(mapped.start, mapped.step, mapped.from, mapped.to, g);
                shift((float)shiftG, mapped.from, mapped.to);
                if (holes) {
                    leaveOutHoles(fromCentre, mapped.from, mapped.to);
                }
                moments.addTarget(g, fromCentre, mapped.from, mapped.to);
            }
            moments.closePlane(z - centre[2]);
        }
        return moments.target(whole, firstX());
    }

    private void shift(final float shiftG, final int from, final int to) {
        for (int i = from; i < to; i++) {
            g[i] -= shiftG;
        }
    }

    /** What the deformed volume lacks is counted as lost; what the reference lacks was never counted. */
    private void leaveOutHoles(final float y, final int from, final int to) {
        for (int i = from; i < to; i++) {
            if (g[i] != g[i]) {
                g[i] = 0;
                moments.addReference(y, i, i + 1);
            } else {
                g[i] *= row.valid[i];
            }
        }
    }

    /** The constant taken off the reference's grey values. */
    public double shift() {
        return shift;
    }
}
