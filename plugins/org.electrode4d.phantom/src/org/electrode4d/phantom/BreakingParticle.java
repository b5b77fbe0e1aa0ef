// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * A particle of silicon compound that breaks. Its pieces are the Voronoi cells of points inside of it; the first k
 * points make k pieces, so that pieces break further and keep their numbers. Each piece moves away from the particle's
 * centre as its point does and swells about that point. Neighbours move apart along the normal of the crack between
 * them, so that pieces never overlap and their volume is the particle's times the swelling, exactly.
 */
final class BreakingParticle {

    /**
     * No piece ever leaves the particle scaled by this: the largest spread of {@link AgeingLaw}, and its roughness on
     * the shortest axis of a grain.
     */
    static final double ENVELOPE = 1.45;

    private static final int CANDIDATES = 8;

    private final Grain grain;
    private final double[] points = new double[3 * AgeingLaw.MOST_PIECES];

    /** @param grain when pristine */
    BreakingParticle(final Grain grain, final CounterRandom random) {
        this.grain = grain;
        long number = 0;
        for (int point = 0; point < AgeingLaw.MOST_PIECES; point++) {
            number = place(point, random, number);
        }
    }

    Grain grain() {
        return grain;
    }

    /** Of some candidates the one furthest from the points before it (Mitchell 1991), so that pieces are alike. */
    private long place(final int point, final CounterRandom random, final long first) {
        final double r = grain.reach();
        double best = -1;
        long number = first;
        for (int candidate = 0; candidate < CANDIDATES; number += 3) {
            final double x = random.between(-r, r, number);
            final double y = random.between(-r, r, number + 1);
            final double z = random.between(-r, r, number + 2);
            if (grain.measure(x, y, z) <= 1) {
                candidate++;
                final double distance = nearest(point, x, y, z);
                if (distance > best) {
                    best = distance;
                    points[3 * point] = x;
                    points[3 * point + 1] = y;
                    points[3 * point + 2] = z;
                }
            }
        }
        return number;
    }

    private double nearest(final int count, final double x, final double y, final double z) {
        double least = Double.MAX_VALUE;
        for (int point = 0; point < count; point++) {
            least = Math.min(least, squared(point, x, y, z));
        }
        return least;
    }

    private double squared(final int point, final double x, final double y, final double z) {
        final double dx = x - points[3 * point];
        final double dy = y - points[3 * point + 1];
        final double dz = z - points[3 * point + 2];
        return dx * dx + dy * dy + dz * dz;
    }

    /**
     * The piece at a place, from 0, or -1 for none.
     *
     * @param dx from the particle's centre, and so on, voxels
     */
    int pieceAt(final BreakingState state, final double dx, final double dy, final double dz) {
        final double shift = state.spread() - state.growth();
        for (int piece = 0; piece < state.pieces(); piece++) {
            final double x = (dx - shift * points[3 * piece]) / state.growth();
            final double y = (dy - shift * points[3 * piece + 1]) / state.growth();
            final double z = (dz - shift * points[3 * piece + 2]) / state.growth();
            if (grain.measure(x, y, z) <= 1 && isNearest(piece, state.pieces(), x, y, z)) {
                return piece;
            }
        }
        return -1;
    }

    private boolean isNearest(final int piece, final int pieces, final double x, final double y, final double z) {
        final double own = squared(piece, x, y, z);
        for (int other = 0; other < pieces; other++) {
            if (other != piece && squared(other, x, y, z) < own) {
                return false;
            }
        }
        return true;
    }
}
