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
     * whole; where it is always cut, among all. Of equals the first.
     */
    public int decisive() {
        int best = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isPresent() && (best < 0 || isBetter(steps.get(i).get(), steps.get(best).get()))) {
                best = i;
            }
        }
        return best;
    }

    /**
     * The first step at which the particle reacts: at which its share below the skin is larger than a limit, among those
     * at which it is whole, if it ever is; where there is none, the decisive one.
     *
     * @param limit of the share, 0 to 1
     */
    public int onset(final double limit) {
        final int decisive = decisive();
        final boolean cut = steps.get(decisive).orElseThrow().form().isCut();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).filter(found -> found.form().isCut() == cut && inner(found) > limit).isPresent()) {
                return i;
            }
        }
        return decisive;
    }

    /** Whether the border cuts it at the first scan, or at every step. */
    public boolean isCut() {
        return gaps.map(GapFeatures::isCut).orElse(false)
            || steps.get(decisive()).orElseThrow().form().isCut();
    }

    private static boolean isBetter(final ResidualFeatures one, final ResidualFeatures best) {
        if (one.form().isCut() != best.form().isCut()) {
            return best.form().isCut();
        }
        return inner(one) > inner(best);
    }

    /** Particles that are all skin have nothing below it. */
    private static double inner(final ResidualFeatures features) {
        final double inner = features.shares().inner();
        return Double.isNaN(inner) ? features.shares().all() : inner;
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
