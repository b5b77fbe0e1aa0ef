// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.List;
import java.util.Optional;

/**
 * One particle over the steps.
 *
 * @param label that it has at every step
 * @param steps what was found at each step, in the order of time; empty where the particle or an input is missing; at
 *     least one is there
 * @param gaps what is not silicon at the first scan; empty where that is not known
 */
public record ParticleEvolution(int label, List<Optional<ResidualFeatures>> steps, Optional<GapFeatures> gaps) {

    /** Copies the list. */
    public ParticleEvolution {
        steps = List.copyOf(steps);
    }

    /** The first step at which the particle is there. */
    public ResidualFeatures first() {
        return steps.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /**
     * The step that tells most: the one with the largest share below the skin among those at which the particle is
     * whole, unless there is more than twice as much at one at which the border cuts it. Of equals the first.
     */
    public int decisive() {
        final int whole = most(false);
        final int cut = most(true);
        if (whole < 0 || cut < 0) {
            return Math.max(whole, cut);
        }
        return inner(cut) > 2 * inner(whole) ? cut : whole;
    }

    private int most(final boolean cut) {
        int most = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (is(i, cut) && (most < 0 || inner(i) > inner(most))) {
                most = i;
            }
        }
        return most;
    }

    /**
     * The first step at which the particle reacts: at which its share below the skin is larger than a limit; among
     * those at which it is whole, then among all; where there is none, the decisive one.
     *
     * @param limit of the share, 0 to 1
     */
    public int onset(final double limit) {
        final int whole = reaction(false, limit);
        final int onset = whole >= 0 ? whole : reaction(true, limit);
        return onset >= 0 ? onset : decisive();
    }

    private int reaction(final boolean cut, final double limit) {
        for (int i = 0; i < steps.size(); i++) {
            if (is(i, cut) && inner(i) > limit) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the border cuts it at the first scan, or at every step. */
    public boolean isCut() {
        return gaps.map(GapFeatures::isCut).orElse(false) || most(false) < 0;
    }

    /** Whether the particle is there at a step, and cut or whole. */
    private boolean is(final int step, final boolean cut) {
        return steps.get(step).filter(found -> found.form().isCut() == cut).isPresent();
    }

    /** Particles that are all skin have nothing below it. */
    private double inner(final int step) {
        final ResidualFeatures.Shares shares = steps.get(step).orElseThrow().shares();
        return Double.isNaN(shares.inner()) ? shares.all() : shares.inner();
    }

    /** The change of the share of the whole particle since the step before at which it was there; NaN for the first. */
    public double growth(final int step) {
        for (int before = step - 1; before >= 0 && steps.get(step).isPresent(); before--) {
            if (steps.get(before).isPresent()) {
                return share(step) - share(before);
            }
        }
        return Double.NaN;
    }

    /**
     * How much of the largest share so far has vanished, 0 to 1: what an uptake that is partly reversible gives back
     * on discharge. NaN where there was none.
     */
    public double retraction(final int step) {
        double largest = Double.NaN;
        for (int i = 0; i <= step; i++) {
            final double share = share(i);
            largest = Double.isNaN(largest) || share > largest ? share : largest;
        }
        return largest > 0 ? 1 - share(step) / largest : Double.NaN;
    }

    private double share(final int step) {
        return steps.get(step).map(found -> found.shares().all()).orElse(Double.NaN);
    }

    /** The retraction at the last step at which the particle is there. */
    public double lastRetraction() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).isPresent()) {
                return retraction(i);
            }
        }
        return Double.NaN;
    }
}
