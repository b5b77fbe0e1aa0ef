// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * What the reference contributes to the sums over voxels that a trial map loses, because they are mapped outside the
 * deformed volume or into a hole: taken off the sums over the whole window. Most windows lose nothing.
 */
final class LostSums {

    private final ReferenceWindow window;
    private float[] lost = new float[0];
    private float[] part;
    private LaneMoments count;
    private LaneMoments f;
    private LaneMoments ff;
    private LaneMoments[] gradient;
    private LaneMoments[] weighted;
    private boolean ofChunk;
    private boolean any;

    LostSums(final ReferenceWindow window) {
        this.window = window;
    }

    private void allocate() {
        final int lanes = window.lanes();
        lost = new float[lanes];
        part = new float[lanes];
        count = new LaneMoments(lanes, 0);
        f = new LaneMoments(lanes, 0);
        ff = new LaneMoments(lanes, 0);
        gradient = LaneMoments.three(lanes);
        weighted = LaneMoments.three(lanes);
    }

    /** Forgets everything. */
    void clear() {
        if (any) {
            count.clear();
            f.clear();
            ff.clear();
            for (int i = 0; i < 3; i++) {
                gradient[i].clear();
                weighted[i].clear();
            }
        }
        any = false;
    }

    /** Lanes of the chunk that comes next are lost. */
    void mark(final int from, final int to) {
        if (from < to) {
            if (lost.length == 0) {
                allocate();
            }
            Arrays.fill(lost, from, to, 1);
            ofChunk = true;
        }
    }

    /** Adds what was marked, by the chunk's values. */
    void add(final int chunk, final int number) {
        if (!ofChunk) {
            return;
        }
        if (window.valid.length > 0) {
            LaneSums.multiply(lost, window.valid[chunk], part);
            LaneSums.add(part, count.plain);
        } else {
            LaneSums.add(lost, count.plain);
        }
        final float[][] slopes = {window.gx[chunk], window.gy[chunk], window.gz[chunk]};
        for (int i = 0; i < 3; i++) {
            LaneSums.addFirst(slopes[i], lost, number, gradient[i]);
        }
        LaneSums.multiply(lost, window.f[chunk], part);
        LaneSums.add(part, f.plain);
        LaneSums.addProduct(part, part, ff.plain);
        for (int i = 0; i < 3; i++) {
            LaneSums.addFirst(slopes[i], part, number, weighted[i]);
        }
        Arrays.fill(lost, 0);
        ofChunk = false;
        any = true;
    }

    /**
     * The sums of both volumes, over what is left of the reference.
     *
     * @param greys sums of g, g g and f g
     */
    TargetSums target(final ReferenceSums whole, final double[] greys, final double[] crossed,
        final LaneMoments.Place place) {
        if (!any) {
            return new TargetSums(whole.count(), whole.f(), whole.ff(), greys[0], greys[1], greys[2],
                whole.gradient(), whole.weighted(), crossed);
        }
        return new TargetSums(whole.count() - count.sum(), whole.f() - f.sum(), whole.ff() - ff.sum(), greys[0],
            greys[1], greys[2],
            ReferenceSums.difference(whole.gradient(), ReferenceMoments.twelve(gradient, place)),
            ReferenceSums.difference(whole.weighted(), ReferenceMoments.twelve(weighted, place)), crossed);
    }
}
