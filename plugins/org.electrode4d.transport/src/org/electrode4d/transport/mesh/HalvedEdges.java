// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * Halves all edges of a mesh: every triangle becomes four, every tetrahedron eight, of which the four in its middle
 * share the shortest of the three diagonals there (Bey 1995). Old vertices keep their numbers.
 */
final class HalvedEdges {

    private static final int NONE = -1;

    private final SimplexMesh coarse;
    private final int dimension;
    private final Simplices simplices;
    /** For each old vertex the last edge found that goes from it to a greater one; for each edge the one before. */
    private final int[] heads;
    private int[] before = new int[16];
    private int[] ends = new int[16];
    private double[] points;
    private int edges;

    private HalvedEdges(final SimplexMesh coarse) {
        this.coarse = coarse;
        dimension = coarse.dimension();
        simplices = new Simplices(dimension, Math.multiplyExact(coarse.cellCount(), 1 << dimension));
        heads = new int[coarse.vertexCount()];
        Arrays.fill(heads, NONE);
        points = coarse.points().clone();
    }

    static SimplexMesh of(final SimplexMesh coarse, final Progress progress) {
        return new HalvedEdges(coarse).halve(progress);
    }

    private SimplexMesh halve(final Progress progress) {
        for (int cell = 0; cell < coarse.cellCount(); cell++) {
            if (cell % 10_000 == 0) {
                progress.check();
                progress.report(cell / (double)coarse.cellCount(), "Halving edges");
            }
            if (dimension == 2) {
                four(cell);
            } else {
                eight(cell);
            }
        }
        return new SimplexMesh(dimension, Arrays.copyOf(points, dimension * (heads.length + edges)),
            simplices.cells(), simplices.phases());
    }

    private void four(final int cell) {
        final int phase = coarse.phases()[cell];
        final int a = coarse.vertex(cell, 0);
        final int b = coarse.vertex(cell, 1);
        final int c = coarse.vertex(cell, 2);
        final int ab = middle(a, b);
        final int bc = middle(b, c);
        final int ca = middle(c, a);
        simplices.add(phase, a, ab, ca);
        simplices.add(phase, ab, b, bc);
        simplices.add(phase, ca, bc, c);
        simplices.add(phase, ab, bc, ca);
    }

    private void eight(final int cell) {
        final int phase = coarse.phases()[cell];
        final int a = coarse.vertex(cell, 0);
        final int b = coarse.vertex(cell, 1);
        final int c = coarse.vertex(cell, 2);
        final int d = coarse.vertex(cell, 3);
        final int ab = middle(a, b);
        final int ac = middle(a, c);
        final int ad = middle(a, d);
        final int bc = middle(b, c);
        final int bd = middle(b, d);
        final int cd = middle(c, d);
        simplices.add(phase, a, ab, ac, ad);
        simplices.add(phase, ab, b, bc, bd);
        simplices.add(phase, ac, bc, c, cd);
        simplices.add(phase, ad, bd, cd, d);
        final double first = squaredLength(ab, cd);
        final double second = squaredLength(ac, bd);
        final double third = squaredLength(ad, bc);
        if (first <= second && first <= third) {
            around(phase, ab, cd, ac, ad, bd, bc);
        } else if (second <= third) {
            around(phase, ac, bd, ad, ab, bc, cd);
        } else {
            around(phase, ad, bc, ab, ac, cd, bd);
        }
    }

    /** Four tetrahedra around a diagonal; {@code ring} from its start clockwise. */
    private void around(final int phase, final int start, final int end, final int... ring) {
        for (int i = 0; i < ring.length; i++) {
            simplices.add(phase, start, ring[i], ring[(i + 1) % ring.length], end);
        }
    }

    private double squaredLength(final int a, final int b) {
        double sum = 0;
        for (int axis = 0; axis < dimension; axis++) {
            final double difference = points[dimension * a + axis] - points[dimension * b + axis];
            sum += difference * difference;
        }
        return sum;
    }

    private int middle(final int a, final int b) {
        final int low = Math.min(a, b);
        final int high = Math.max(a, b);
        for (int edge = heads[low]; edge != NONE; edge = before[edge]) {
            if (ends[edge] == high) {
                return heads.length + edge;
            }
        }
        add(low, high);
        return heads.length + edges - 1;
    }

    private void add(final int low, final int high) {
        if (edges == ends.length) {
            ends = Arrays.copyOf(ends, edges + (edges >> 1));
            before = Arrays.copyOf(before, ends.length);
        }
        final int at = dimension * (heads.length + edges);
        if (at == points.length) {
            points = Arrays.copyOf(points, dimension * (heads.length + edges + (edges >> 1) + 16));
        }
        for (int axis = 0; axis < dimension; axis++) {
            points[at + axis] = (points[dimension * low + axis] + points[dimension * high + axis]) / 2;
        }
        ends[edges] = high;
        before[edges] = heads[low];
        heads[low] = edges++;
    }
}
