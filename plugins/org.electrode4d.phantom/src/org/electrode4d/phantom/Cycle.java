// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.List;

/**
 * How an electrode swells and shrinks from scan to scan.
 *
 * @param strains mean volumetric strain {@code det F - 1} of the electrode at T1, T2, ... with respect to T0; at least
 *            one
 * @param asymmetry g: the half at the separator is strained {@code 1 + g} times the mean, the half at the collector
 *            {@code 1 - g} times; -0.5 to 0.5
 * @param doubleScan whether the last state is scanned twice, which tells the noise
 * @param interval hours from scan to scan, greater than zero
 */
public record Cycle(List<Double> strains, double asymmetry, boolean doubleScan, double interval) {

    /** @throws IllegalArgumentException for values out of range */
    public Cycle {
        strains = List.copyOf(strains);
        if (strains.isEmpty()) {
            throw new IllegalArgumentException("A cycle needs the strain of one step at least.");
        }
        for (final double strain : strains) {
            if (!(strain > -1) || Double.isInfinite(strain)) {
                throw new IllegalArgumentException("The mean volumetric strain of a step is " + strain
                    + ", but must be a number greater than -1.");
            }
        }
        if (!(Math.abs(asymmetry) <= 0.5)) {
            throw new IllegalArgumentException("The asymmetry of the strain must lie between -0.5 and 0.5, not "
                + asymmetry + ".");
        }
        if (!(interval > 0) || Double.isInfinite(interval)) {
            throw new IllegalArgumentException("The time from scan to scan must be greater than zero, not " + interval
                + " h.");
        }
    }

    /**
     * As measured on a composite anode of silicon (Häusler et al. 2026, Fig. 3d): 6 % at T1, 42 % at T6, 50 % of them at
     * the separator and 34 % at the collector, 32 % left at T8, and a double scan T9; the steps between are ours.
     */
    public static Cycle siliconAnode() {
        return new Cycle(List.of(0.06, 0.14, 0.22, 0.30, 0.37, 0.42, 0.37, 0.32), 8.0 / 42, true, 1);
    }

    /** Number of scans, T0 included. */
    public int scans() {
        return strains.size() + (doubleScan ? 2 : 1);
    }

    /** Mean volumetric strain at a scan, from 0. */
    public double strain(final int scan) {
        return scan == 0 ? 0 : strains.get(Math.min(scan, strains.size()) - 1);
    }

    /** Strain with respect to the largest: 0 at T0, 1 where the electrode is fullest. */
    double fullness(final int scan) {
        final double largest = strains.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return largest > 0 ? Math.max(0, strain(scan)) / largest : 0;
    }

    /** The deformation of an electrode until a scan: linear over the thickness, so that the halves differ by 2 g. */
    Deformation swelling(final Electrode electrode, final int scan) {
        final double mean = strain(scan);
        final double difference = 2 * asymmetry * mean;
        return electrode.strained(mean + difference, mean - difference);
    }
}
