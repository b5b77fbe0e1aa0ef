// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/**
 * What covers the surface of a particle, or of all together.
 *
 * @param areas µm² of surface by ordinal of {@link Cover}
 * @param excludedArea µm² whose rays leave the volume before they meet anything
 * @param atBorder whether the volume cuts the particle off; the cut is no surface
 * @param sei thickness of the SEI
 * @param histogram µm² of SEI-covered surface by thickness, in bins of equal width from 0 to {@link #histogramEnd}
 * @param histogramEnd nm, the longest ray
 */
public record ParticleCoverage(double[] areas, double excludedArea, boolean atBorder, SeiThickness sei,
    double[] histogram, double histogramEnd) {

    /** µm² of surface that was judged, without the excluded part. */
    public double area() {
        double sum = 0;
        for (final double area : areas) {
            sum += area;
        }
        return sum;
    }

    /** µm² under a cover. */
    public double area(final Cover cover) {
        return areas[cover.ordinal()];
    }

    /** Part of the judged surface in %; NaN where there is no surface. */
    public double share(final Cover cover) {
        return 100 * area(cover) / area();
    }
}
