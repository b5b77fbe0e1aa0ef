// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/**
 * One row of a window in the reference: grey values less a constant, their gradient by central differences, and
 * whether a voxel counts (1 or 0). A voxel counts if it and its six neighbours are numbers; otherwise all its values
 * are zero, so that it adds nothing to any sum.
 */
final class ReferenceRow {

    final float[] f;
    final float[] gx;
    final float[] gy;
    final float[] gz;
    final float[] valid;
    private final Patch patch;
    private final Block box;
    private final float shift;

    /** @param box inside the patch with at least one voxel of the patch around it */
    ReferenceRow(final Patch patch, final Block box, final double shift) {
        this.patch = patch;
        this.box = box;
        this.shift = (float)shift;
        f = new float[box.sizeX()];
        gx = new float[box.sizeX()];
        gy = new float[box.sizeX()];
        gz = new float[box.sizeX()];
        valid = new float[box.sizeX()];
        Arrays.fill(valid, 1);
    }

    void load(final long y, final long z) {
        final int at = patch.index(box.minX(), y, z);
        final int stepY = patch.block().sizeX();
        difference(patch.values(), at, stepY, stepY * patch.block().sizeY());
        if (patch.hasHoles()) {
            closeHoles();
        }
    }

    private void difference(final float[] v, final int at, final int stepY, final int stepZ) {
        final int n = f.length;
        for (int i = 0; i < n; i++) {
            f[i] = v[at + i] - shift;
        }
        for (int i = 0; i < n; i++) {
            gx[i] = 0.5f * (v[at + 1 + i] - v[at - 1 + i]);
        }
        for (int i = 0; i < n; i++) {
            gy[i] = 0.5f * (v[at + stepY + i] - v[at - stepY + i]);
        }
        for (int i = 0; i < n; i++) {
            gz[i] = 0.5f * (v[at + stepZ + i] - v[at - stepZ + i]);
        }
    }

    private void closeHoles() {
        for (int i = 0; i < f.length; i++) {
            final float all = f[i] + gx[i] + gy[i] + gz[i];
            valid[i] = all == all ? 1 : 0;
            if (all != all) {
                f[i] = 0;
                gx[i] = 0;
                gy[i] = 0;
                gz[i] = 0;
            }
        }
    }
}
