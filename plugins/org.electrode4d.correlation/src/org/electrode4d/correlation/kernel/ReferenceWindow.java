// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import org.electrode4d.volume.Block;

/**
 * The voxels of a window in the reference, in chunks of some whole planes: grey values less a constant, and their
 * gradient. A chunk is one long array without gaps, because the compiler vectorises long loops alone (it unrolls to
 * sixteen vectors, more than a row is long). A voxel counts if it and its neighbours are numbers; otherwise all its
 * values are zero, so that it adds nothing to any sum. What a last chunk has too much is zero as well.
 */
final class ReferenceWindow {

    private static final int LEAST_LANES = 1200;

    final Block box;
    /** Voxels of a plane. */
    final int plane;
    /** Planes of a chunk. */
    final int planes;
    final int chunks;
    final float[][] f;
    final float[][] gx;
    final float[][] gy;
    final float[][] gz;
    /** 1 where a voxel counts, 0 where not; empty if all count. */
    final float[][] valid;
    /** See {@link SlopeSums#values()}. */
    final double[] slopes;

    /** @param box inside the patch with at least one voxel of the patch around it */
    ReferenceWindow(final Patch patch, final Block box, final double shift) {
        this.box = box;
        plane = box.sizeX() * box.sizeY();
        planes = Math.max(1, Math.min(box.sizeZ(), (LEAST_LANES + plane - 1) / Math.max(1, plane)));
        chunks = (box.sizeZ() + planes - 1) / planes;
        f = new float[chunks][lanes()];
        gx = new float[chunks][lanes()];
        gy = new float[chunks][lanes()];
        gz = new float[chunks][lanes()];
        valid = patch.hasHoles() ? new float[chunks][lanes()] : new float[0][];
        final Gradient gradient = patch.gradient();
        for (int z = 0; z < box.sizeZ(); z++) {
            load(patch, gradient, z, (float)shift);
        }
        for (int chunk = 0; chunk < valid.length; chunk++) {
            closeHoles(chunk);
        }
        final SlopeSums sums = new SlopeSums(patch);
        sums.add(box);
        slopes = sums.values();
    }

    /** Voxels of a chunk, those beyond the window included. */
    int lanes() {
        return planes * plane;
    }

    /** Planes of a chunk that belong to the window. */
    int planesOf(final int chunk) {
        return Math.min(planes, box.sizeZ() - chunk * planes);
    }

    private void load(final Patch patch, final Gradient gradient, final int z, final float shift) {
        final int chunk = z / planes;
        for (int y = 0; y < box.sizeY(); y++) {
            final int from = patch.index(box.minX(), box.minY() + y, box.minZ() + z);
            final int to = (z % planes) * plane + y * box.sizeX();
            System.arraycopy(patch.values(), from, f[chunk], to, box.sizeX());
            System.arraycopy(gradient.x, from, gx[chunk], to, box.sizeX());
            System.arraycopy(gradient.y, from, gy[chunk], to, box.sizeX());
            System.arraycopy(gradient.z, from, gz[chunk], to, box.sizeX());
        }
        final int first = (z % planes) * plane;
        subtract(f[chunk], shift, first, first + plane);
    }

    private static void subtract(final float[] values, final float constant, final int from, final int to) {
        for (int i = from; i < to; i++) {
            values[i] -= constant;
        }
    }

    private void closeHoles(final int chunk) {
        final int end = planesOf(chunk) * plane;
        for (int i = 0; i < end; i++) {
            final float all = f[chunk][i] + gx[chunk][i] + gy[chunk][i] + gz[chunk][i];
            if (all == all) {
                valid[chunk][i] = 1;
            } else {
                f[chunk][i] = 0;
                gx[chunk][i] = 0;
                gy[chunk][i] = 0;
                gz[chunk][i] = 0;
            }
        }
    }
}
