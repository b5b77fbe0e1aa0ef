// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.BitSet;

/** A named part of the points of a strain field. Immutable. */
public final class StrainRegion {

    private final String name;
    private final BitSet points;

    private StrainRegion(final String name, final BitSet points) {
        this.name = name;
        this.points = points;
    }

    /** @param points indices on the grid of the strain field */
    public static StrainRegion of(final String name, final BitSet points) {
        return new StrainRegion(name, (BitSet)points.clone());
    }

    /** All points. */
    public static StrainRegion whole(final StrainField strain) {
        final BitSet all = new BitSet();
        all.set(0, strain.grid().size());
        return new StrainRegion("Whole", all);
    }

    public String name() {
        return name;
    }

    /** Indices on the grid of the strain field. */
    public BitSet points() {
        return (BitSet)points.clone();
    }

    /** The points that are in the other region too, under this one's name. */
    public StrainRegion within(final StrainRegion other) {
        final BitSet common = points();
        common.and(other.points);
        return new StrainRegion(name, common);
    }

    /** The same points under another name. */
    public StrainRegion withName(final String other) {
        return new StrainRegion(other, points);
    }

    @Override
    public String toString() {
        return name + ": " + points.cardinality() + " points";
    }
}
