// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.BitSet;

/**
 * A named part of the points of a strain field. Each point stands for its cell, which reaches half a spacing to either
 * side, and counts with the share of the cell that is in the region. Immutable.
 */
public final class StrainRegion {

    private final String name;
    private final BitSet points;
    /** By point; null where cells are either in or out. */
    private final double[] shares;

    private StrainRegion(final String name, final BitSet points, final double[] shares) {
        this.name = name;
        this.points = points;
        this.shares = shares;
    }

    /** @param points indices on the grid of the strain field, of which each counts wholly */
    public static StrainRegion of(final String name, final BitSet points) {
        return new StrainRegion(name, (BitSet)points.clone(), null);
    }

    /** @param shares of the cell of each point on the grid of the strain field, 0 to 1 */
    public static StrainRegion of(final String name, final double[] shares) {
        final BitSet points = new BitSet();
        for (int point = 0; point < shares.length; point++) {
            points.set(point, shares[point] > 0);
        }
        return new StrainRegion(name, points, shares.clone());
    }

    /** All points. */
    public static StrainRegion whole(final StrainField strain) {
        final BitSet all = new BitSet();
        all.set(0, strain.grid().size());
        return of("Whole", all);
    }

    public String name() {
        return name;
    }

    /** Indices on the grid of the strain field of the points that count, if only in part. */
    public BitSet points() {
        return (BitSet)points.clone();
    }

    /** The share of a point's cell that is in the region, 0 to 1. */
    public double share(final int point) {
        return !points.get(point) ? 0 : shares == null ? 1 : shares[point];
    }

    /** Whether points count in part. */
    boolean hasShares() {
        return shares != null;
    }

    /** The same points under another name. */
    public StrainRegion withName(final String other) {
        return new StrainRegion(other, points, shares);
    }

    @Override
    public String toString() {
        return name + ": " + points.cardinality() + " points";
    }
}
