// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;

/**
 * The number of planes from each voxel of a mask to the nearest voxel outside of it in the same column along z: sweeps
 * up and down within slabs, at the same time in all of them, and then what comes in from the slabs below and above.
 */
final class AxialDistance {

    private final MaskPlanes mask;
    private final boolean complement;
    private final boolean border;
    private final PlaneStore counts;
    private final List<Block> slabs;

    /**
     * @param complement whether inside and outside change places
     * @param border whether below the first and above the last plane is outside
     * @param counts FLOAT32, which is exact up to 2^24 planes; infinite where a column has no voxel outside
     */
    AxialDistance(final MaskPlanes mask, final boolean complement, final boolean border, final PlaneStore counts) {
        this.mask = mask;
        this.complement = complement;
        this.border = border;
        this.counts = counts;
        slabs = Slabs.of(counts.shape(), Slabs.PLANES);
    }

    List<Block> slabs() {
        return slabs;
    }

    /** @return whether any voxel is outside */
    boolean sweepSlabs(final Progress progress) {
        return Blocks.map(slabs, progress, "Distances along z", slab -> sweep(slab, progress))
            .contains(Boolean.TRUE);
    }

    private boolean sweep(final Block slab, final Progress progress) {
        final Object buffer = mask.buffer();
        final float below = border && slab.minZ() == 0 ? 0 : Float.POSITIVE_INFINITY;
        float[] previous = null;
        boolean outside = false;
        for (long z = slab.minZ(); z < slab.endZ(); z++) {
            progress.check();
            final float[] plane = (float[])counts.load(z);
            outside |= up(mask.read(z, buffer), previous, below, plane);
            counts.store(z, plane);
            previous = plane;
        }
        if (border && slab.endZ() == counts.shape().z()) {
            atMost(previous, 1);
            counts.store(slab.endZ() - 1, previous);
        }
        for (long z = slab.endZ() - 2; z >= slab.minZ(); z--) {
            progress.check();
            final float[] plane = (float[])counts.load(z);
            atMostOneMore(plane, previous);
            counts.store(z, plane);
            previous = plane;
        }
        return outside;
    }

    private boolean up(final byte[] inside, final float[] previous, final float below, final float[] plane) {
        int outside = 0;
        for (int i = 0; i < plane.length; i++) {
            if (inside[i] == 0 == complement) {
                plane[i] = (previous == null ? below : previous[i]) + 1;
            } else {
                plane[i] = 0;
                outside++;
            }
        }
        return outside > 0;
    }

    private static void atMost(final float[] plane, final float most) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.min(plane[i], most);
        }
    }

    private static void atMostOneMore(final float[] plane, final float[] next) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.min(plane[i], next[i] + 1);
        }
    }

    /**
     * What comes in from other slabs, after all were swept: plane {@code 2 k} holds the counts just below slab k and
     * plane {@code 2 k + 1} those just above it.
     */
    void carry(final PlaneStore carried, final Progress progress) {
        final int last = slabs.size() - 1;
        carried.store(0, unknown());
        carried.store(2 * last + 1, unknown());
        for (int k = 1; k <= last; k++) {
            progress.check();
            final Block before = slabs.get(k - 1);
            carried.store(2 * k, passed((float[])carried.load(2 * k - 2), before.sizeZ(),
                (float[])counts.load(before.endZ() - 1)));
            final Block after = slabs.get(last - k + 1);
            carried.store(2 * (last - k) + 1, passed((float[])carried.load(2 * (last - k) + 3), after.sizeZ(),
                (float[])counts.load(after.minZ())));
        }
    }

    private float[] unknown() {
        final float[] plane = new float[mask.voxels()];
        Arrays.fill(plane, Float.POSITIVE_INFINITY);
        return plane;
    }

    private static float[] passed(final float[] beyond, final int planes, final float[] near) {
        final float[] passed = new float[near.length];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = Math.min(near[i], beyond[i] + planes);
        }
        return passed;
    }

    /** Completes the counts of a plane by what comes in from other slabs. */
    void join(final Block slab, final long z, final float[] plane, final float[] below, final float[] above) {
        final float down = z - slab.minZ() + 1;
        final float up = slab.endZ() - z;
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.min(plane[i], Math.min(below[i] + down, above[i] + up));
        }
    }
}
