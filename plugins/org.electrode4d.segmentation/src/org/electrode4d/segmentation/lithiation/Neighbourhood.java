// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

/**
 * The 26 neighbours of a voxel as bits, and whether the voxel may change without changing the topology: whether it is
 * simple for 26-connected objects in a 6-connected background (Bertrand and Malandain, Pattern Recognition Letters 15,
 * 169, 1994). It is if its object neighbours are one 26-connected part, and the background neighbours that share a face
 * with it are connected by faces within the 18 neighbours that share a face or an edge.
 */
final class Neighbourhood {

    /** Neighbours of a voxel. */
    static final int COUNT = 26;

    private static final int AXES = 3;
    private static final int SIDE = 3;
    private static final int CENTRE = 13;
    private static final int[] TOUCHING = adjacency(AXES);
    private static final int[] SHARING_FACES = adjacency(1);
    private static final int FACES = within(1);
    private static final int EDGES = within(2);

    private Neighbourhood() {
    }

    /** The step to a neighbour along an axis, -1, 0 or 1; axis 0 = x, 1 = y, 2 = z. */
    static int step(final int neighbour, final int axis) {
        final int place = neighbour < CENTRE ? neighbour : neighbour + 1;
        return (axis == 0 ? place % SIDE : axis == 1 ? place / SIDE % SIDE : place / (SIDE * SIDE)) - 1;
    }

    private static int order(final int neighbour) {
        return Math.abs(step(neighbour, 0)) + Math.abs(step(neighbour, 1)) + Math.abs(step(neighbour, 2));
    }

    /** Neighbours that differ from the centre along at most so many axes. */
    private static int within(final int axes) {
        int bits = 0;
        for (int i = 0; i < COUNT; i++) {
            bits |= order(i) <= axes ? 1 << i : 0;
        }
        return bits;
    }

    /** For each neighbour those that touch it, by at most so many axes. */
    private static int[] adjacency(final int axes) {
        final int[] adjacency = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < COUNT; j++) {
                adjacency[i] |= i != j && touch(i, j, axes) ? 1 << j : 0;
            }
        }
        return adjacency;
    }

    private static boolean touch(final int first, final int second, final int axes) {
        int differing = 0;
        for (int axis = 0; axis < AXES; axis++) {
            final int distance = Math.abs(step(first, axis) - step(second, axis));
            if (distance > 1) {
                return false;
            }
            differing += distance;
        }
        return differing <= axes;
    }

    /** @param object bits of the neighbours that belong to the object, as does the voxel itself */
    static boolean isSimple(final int object) {
        if (object == 0) {
            return false;
        }
        final int background = ~object & EDGES;
        final int faces = background & FACES;
        return faces != 0 && reached(object, object, TOUCHING) == object
            && (reached(faces, background, SHARING_FACES) & FACES) == faces;
    }

    /** The bits of a set that are connected to the lowest of the seeds. */
    private static int reached(final int seeds, final int set, final int[] adjacency) {
        int reached = Integer.lowestOneBit(seeds);
        int front = reached;
        while (front != 0) {
            int next = 0;
            for (int rest = front; rest != 0; rest &= rest - 1) {
                next |= adjacency[Integer.numberOfTrailingZeros(rest)];
            }
            front = next & set & ~reached;
            reached |= front;
        }
        return reached;
    }
}
