// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * How an anode of silicon compound and graphite ages (T. Vorauer et al., Multi-scale quantification and modeling of
 * aged nanostructured silicon-based composite anodes, Commun. Chem. 3, 141, 2020): numbers at 0, 3, 100 and 300 cycles,
 * between them linear in {@code ln(1 + cycles)}.
 *
 * <p>The loss of pores is the paper's (Fig. 5). Mean size of the silicon compound falls by a factor of 3 within 100
 * cycles (Fig. 4), which at the same volume is 27 pieces per particle; the numbers of pieces at 3 and 300 cycles, how
 * far the pieces move apart and how much of its swelling the silicon keeps (the paper: "remains more expanded") are
 * ours. The last is such that, with the default phases, the growth of the intermediate phase comes out within 2
 * percentage points of the paper's 21.8, 33.3 and 38.2 %.
 */
public final class AgeingLaw {

    /** The largest number of cycles that the law knows. */
    public static final double MOST_CYCLES = 300;

    /** No particle has more pieces. */
    static final int MOST_PIECES = 32;

    private static final double[] CYCLES = {0, 3, 100, MOST_CYCLES};
    private static final double[] PORE_LOSS = {0, 0.372, 0.588, 0.765};
    private static final double[] PIECES = {1, 4, 27, MOST_PIECES};
    private static final double[] SPREAD = {1, 1.08, 1.2, 1.25};
    private static final double[] SWELLING = {1, 1, 1.1, 1.3};
    private static final double[] ROUGHNESS = {0, 0.03, 0.08, 0.08};

    private AgeingLaw() {
    }

    /** @throws IllegalArgumentException for a number of cycles below 0 or above 300 */
    public static double requireKnown(final double cycles) {
        if (!(cycles >= 0 && cycles <= MOST_CYCLES)) {
            throw new IllegalArgumentException("The ageing is known from 0 to " + Math.round(MOST_CYCLES)
                + " cycles, not at " + cycles + ".");
        }
        return cycles;
    }

    /** What part of the pristine pore volume is lost, 0 to 0.765. */
    public static double poreLoss(final double cycles) {
        return at(cycles, PORE_LOSS);
    }

    /** Pieces per particle of silicon compound, 1 to 32. */
    public static int pieces(final double cycles) {
        return (int)Math.round(at(cycles, PIECES));
    }

    /** Volume of the silicon compound over its pristine volume, 1 to 1.3. */
    public static double swelling(final double cycles) {
        return at(cycles, SWELLING);
    }

    /** Distance of pieces from the middle of their particle, over that when pristine. */
    static double spread(final double cycles) {
        return at(cycles, SPREAD);
    }

    /** By how much surfaces are distorted, as a part of the particle's radius. */
    static double roughness(final double cycles) {
        return at(cycles, ROUGHNESS);
    }

    private static double at(final double cycles, final double[] values) {
        requireKnown(cycles);
        int above = 1;
        while (above < CYCLES.length - 1 && cycles > CYCLES[above]) {
            above++;
        }
        final double before = Math.log1p(CYCLES[above - 1]);
        final double part = (Math.log1p(cycles) - before) / (Math.log1p(CYCLES[above]) - before);
        return values[above - 1] + part * (values[above] - values[above - 1]);
    }
}
