// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

/**
 * Sums over the rays of a particle. Areas and lengths are whole multiples of small units, so that sums are exact and
 * their order plays no role: areas of 1/65536 of the largest face of a voxel, lengths of 1/65536 of the longest ray.
 * Holds 2^31 rays.
 */
final class CoverTally {

    static final int UNITS = 1 << 16;
    private static final int BINS = 1024;
    private static final int PER_BIN = UNITS / BINS;

    private final long[] areas = new long[Cover.values().length];
    private long excluded;
    private boolean atBorder;
    private long seiArea;
    private long seiVolume;
    private long rays;
    private long cut;
    private long left;
    private long[] bins = new long[0];

    void border() {
        atBorder = true;
    }

    /** @param area in units */
    void add(final long area, final CoverRay ray) {
        if (ray.cover() == null) {
            excluded += area;
            return;
        }
        areas[ray.cover().ordinal()] += area;
        if (ray.cover() == Cover.SEI) {
            addSei(area, ray);
        }
    }

    private void addSei(final long area, final CoverRay ray) {
        if (ray.left()) {
            left++;
            return;
        }
        final int length = (int)Math.round(ray.part() * UNITS);
        rays++;
        cut += ray.cut() ? 1 : 0;
        seiArea += area;
        seiVolume += area * length;
        if (bins.length == 0) {
            bins = new long[BINS];
        }
        bins[Math.min(BINS - 1, length / PER_BIN)] += area;
    }

    void add(final CoverTally other) {
        for (int i = 0; i < areas.length; i++) {
            areas[i] += other.areas[i];
        }
        excluded += other.excluded;
        atBorder |= other.atBorder;
        seiArea += other.seiArea;
        seiVolume += other.seiVolume;
        rays += other.rays;
        cut += other.cut;
        left += other.left;
        if (bins.length == 0) {
            bins = other.bins.clone();
        } else {
            for (int i = 0; i < other.bins.length; i++) {
                bins[i] += other.bins[i];
            }
        }
    }

    /**
     * @param face area of the largest face of a voxel in µm²
     * @param longestRay in µm
     */
    ParticleCoverage coverage(final double face, final double longestRay) {
        final double unit = face / UNITS;
        final double[] squareMicrometres = new double[areas.length];
        for (int i = 0; i < areas.length; i++) {
            squareMicrometres[i] = unit * areas[i];
        }
        final double[] histogram = new double[BINS];
        for (int i = 0; i < bins.length; i++) {
            histogram[i] = unit * bins[i];
        }
        return new ParticleCoverage(squareMicrometres, unit * excluded, atBorder, thickness(1000 * longestRay),
            histogram, 1000 * longestRay);
    }

    /** @param longest in nm */
    private SeiThickness thickness(final double longest) {
        if (seiArea == 0) {
            return new SeiThickness(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, rays, cut, left);
        }
        final double mean = (double)seiVolume / seiArea / UNITS;
        double squares = 0;
        for (int i = 0; i < BINS; i++) {
            final double difference = (i + 0.5) / BINS - mean;
            squares += bins[i] * difference * difference;
        }
        return new SeiThickness(longest * mean, longest * Math.sqrt(squares / seiArea), longest * quantile(0.25),
            longest * quantile(0.5), longest * quantile(0.75), rays, cut, left);
    }

    /** Part of the longest ray; linear within a bin. */
    private double quantile(final double part) {
        final double wanted = part * seiArea;
        double below = 0;
        int bin = 0;
        while (below + bins[bin] < wanted) {
            below += bins[bin];
            bin++;
        }
        return (bin + (wanted - below) / bins[bin]) / BINS;
    }
}
