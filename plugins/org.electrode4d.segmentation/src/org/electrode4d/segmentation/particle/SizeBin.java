// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

/**
 * A bin of a size distribution.
 *
 * @param from lower edge
 * @param to upper edge
 * @param particles how many have such a size
 * @param numberPart part of all particles, 0 to 1
 * @param volumePart their part of the volume of all particles, 0 to 1
 */
public record SizeBin(double from, double to, long particles, double numberPart, double volumePart) {

    /** The part of particles or of volume, as weighted. */
    public double part(final SizeWeighting weighting) {
        return weighting == SizeWeighting.NUMBER ? numberPart : volumePart;
    }

    /** Edges of bins of equal width; the same where smallest and largest are the same. */
    public static double[] linearEdges(final double smallest, final double largest, final int bins) {
        final double[] edges = new double[bins + 1];
        final double width = largest > smallest ? largest - smallest : Math.max(1e-9, smallest);
        final double first = largest > smallest ? smallest : smallest / 2;
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? first + width : first + width * i / bins;
        }
        return edges;
    }

    /** Edges of bins of equal ratio; both sizes above zero. */
    public static double[] logarithmicEdges(final double smallest, final double largest, final int bins) {
        final double[] edges = linearEdges(Math.log(smallest), largest > smallest ? Math.log(largest)
            : Math.log(2 * smallest), bins);
        for (int i = 0; i <= bins; i++) {
            edges[i] = Math.exp(edges[i]);
        }
        edges[0] = Math.min(edges[0], smallest);
        edges[bins] = Math.max(edges[bins], largest);
        return edges;
    }
}
