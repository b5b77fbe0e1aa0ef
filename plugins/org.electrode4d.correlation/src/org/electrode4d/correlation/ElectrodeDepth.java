// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Depth in an electrode, of which z is the thickness: 0 at the current collector, 1 at the separator. The electrode
 * reaches half a spacing beyond the outermost layers of points that have a strain, so that every layer of points counts
 * with its thickness. Where the points of the electrode count with shares of their cells, its faces are where they are
 * on average: the layer that it fills best counts with its whole thickness, the others with what is filled of them in
 * comparison; and a cell that a cut goes through belongs to both sides in part.
 */
public final class ElectrodeDepth {

    /** Points on a cut belong to the side of the collector, whatever the rounding of their positions. */
    private static final double ON_THE_CUT = 1e-9;

    private final StrainField strain;
    private final StrainRegion within;
    private final double collector;
    private final double separator;

    /** At which end of the z axis the current collector is. */
    public enum Collector {
        /** At z = 0. */
        FIRST_SLICE,
        /** At the largest z. */
        LAST_SLICE
    }

    private ElectrodeDepth(final StrainField strain, final StrainRegion within, final double collector,
        final double separator) {
        this.strain = strain;
        this.within = within;
        this.collector = collector;
        this.separator = separator;
    }

    /**
     * The depth of the points of a field.
     *
     * @param within the electrode; other points are in no side and no layer
     */
    public static ElectrodeDepth of(final StrainField strain, final StrainRegion within, final Collector end) {
        final double[] faces = within.hasShares() ? meanFaces(strain, within) : outermost(strain, within);
        return end == Collector.FIRST_SLICE ? new ElectrodeDepth(strain, within, faces[0], faces[1])
            : new ElectrodeDepth(strain, within, faces[1], faces[0]);
    }

    private static double halfSpacing(final StrainField strain) {
        return strain.grid().spacing().z() * strain.voxelSize().z() / 2;
    }

    private static double[] outermost(final StrainField strain, final StrainRegion within) {
        final BitSet points = within.points();
        double lower = Double.NaN;
        double upper = Double.NaN;
        for (int point = points.nextSetBit(0); point >= 0; point = points.nextSetBit(point + 1)) {
            if (strain.isKnown(point)) {
                final double z = strain.positionInMicrometres(point).z();
                lower = Double.isNaN(lower) ? z : Math.min(lower, z);
                upper = Double.isNaN(upper) ? z : Math.max(upper, z);
            }
        }
        return new double[]{lower - halfSpacing(strain), upper + halfSpacing(strain)};
    }

    private static double[] meanFaces(final StrainField strain, final StrainRegion within) {
        final NodeGrid grid = strain.grid();
        final double[] filled = new double[grid.nz()];
        within.points().stream().forEach(point -> filled[grid.iz(point)] += within.share(point));
        int fullest = 0;
        for (int layer = 1; layer < filled.length; layer++) {
            fullest = filled[layer] > filled[fullest] ? layer : fullest;
        }
        final double z = strain.positionInMicrometres(grid.index(0, 0, fullest)).z();
        final double spacing = 2 * halfSpacing(strain);
        double lower = z - spacing / 2;
        double upper = z + spacing / 2;
        for (int layer = 0; layer < filled.length; layer++) {
            final double thickness = spacing * filled[layer] / filled[fullest];
            lower -= layer < fullest ? thickness : 0;
            upper += layer > fullest ? thickness : 0;
        }
        return new double[]{lower, upper};
    }

    /** The depth, 0 to 1, at a position along z in µm; outside of the electrode below 0 or above 1. */
    public double at(final double z) {
        return (z - collector) / (separator - collector);
    }

    /**
     * The side of the current collector and the side of the separator.
     *
     * @param cut the depth that parts them; 0.5 makes two halves
     * @throws IllegalArgumentException if one side were empty because the cut is not between 0 and 1
     */
    public List<StrainRegion> sides(final double cut) {
        if (cut <= 0 || cut >= 1) {
            throw new IllegalArgumentException("The cut between collector side and separator side is at a depth of "
                + cut + ", but must lie inside the electrode, between 0 (collector) and 1 (separator), which is from z "
                + "= " + collector + " µm to z = " + separator + " µm.");
        }
        if (within.hasShares()) {
            return List.of(slab("Collector side", Double.NEGATIVE_INFINITY, cut),
                slab("Separator side", cut, Double.POSITIVE_INFINITY));
        }
        return List.of(region("Collector side", point -> depth(point) <= cut + ON_THE_CUT),
            region("Separator side", point -> depth(point) > cut + ON_THE_CUT));
    }

    /**
     * Layers of equal thickness, numbered from the current collector.
     *
     * @throws IllegalArgumentException for more layers than the points have
     */
    public List<StrainRegion> layers(final int count) {
        if (count < 1 || count > strain.grid().nz()) {
            throw new IllegalArgumentException("The electrode was to be cut into " + count + " layers, but has "
                + strain.grid().nz() + " layers of points along z. Take 1 to " + strain.grid().nz()
                + " layers, or a smaller node spacing.");
        }
        final List<StrainRegion> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final int layer = i;
            layers.add(within.hasShares()
                ? slab("Layer " + (i + 1), i == 0 ? Double.NEGATIVE_INFINITY : i / (double)count,
                    i == count - 1 ? Double.POSITIVE_INFINITY : (i + 1.0) / count)
                : region("Layer " + (i + 1), point -> layer(point, count) == layer));
        }
        return layers;
    }

    private double depth(final int point) {
        return at(strain.positionInMicrometres(point).z());
    }

    private int layer(final int point, final int count) {
        final int layer = (int)Math.ceil(depth(point) * count - count * ON_THE_CUT) - 1;
        return Math.max(0, Math.min(count - 1, layer));
    }

    /** What lies between two depths, with the part of each cell that does. */
    private StrainRegion slab(final String name, final double from, final double to) {
        final double half = halfSpacing(strain) / Math.abs(separator - collector);
        final double[] shares = new double[strain.grid().size()];
        within.points().stream().forEach(point -> {
            final double depth = depth(point);
            final double part = Math.min(depth + half, to) - Math.max(depth - half, from);
            shares[point] = within.share(point) * Math.max(0, part) / (2 * half);
        });
        return StrainRegion.of(name, shares);
    }

    private StrainRegion region(final String name, final IntPredicate inside) {
        final BitSet points = new BitSet();
        within.points().stream().filter(inside).forEach(points::set);
        return StrainRegion.of(name, points);
    }
}
