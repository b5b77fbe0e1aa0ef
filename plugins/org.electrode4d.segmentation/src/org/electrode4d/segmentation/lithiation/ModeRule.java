// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.electrode4d.segmentation.lithiation.ResidualFeatures.Shares;

/**
 * Tells lithiation modes apart by three questions, each answered by logistic functions of features, so that near a
 * limit both answers share the likelihood:
 * <ol>
 * <li>Was there a crack at the first scan? A part that is not silicon and is large and plane makes a particle cracked,
 * whatever it does then: {@code c = above(largest gap) above(planarity)}.
 * <li>Does the residual reach the core as soon as there is some below the skin? Then it is a network:
 * {@code n = above(core share)}. Later a shell may have grown into the core of a small particle.
 * <li>Is there a shell, that is, residual all around? {@code s = above(skin share)}, or where there is no skin
 * {@code above(inner share)}. Then it is core-shell, else inactive: scans that do not fit exactly leave residual at
 * some sides of a particle.
 * </ol>
 * Likelihoods are c (cracked), (1 - c) n (network), (1 - c) (1 - n) s (core-shell) and (1 - c) (1 - n) (1 - s)
 * (inactive). Gaps are those of the first scan, the core share that of the {@linkplain ParticleEvolution#onset onset},
 * skin and inner share those of the step at which the particle has most residual below the skin.
 *
 * <p>Häusler et al., EES Batteries (2026), told core-shell from other particles by eye, slice by slice; this is an
 * explicit rule for what they describe.
 *
 * @param gap the largest gap below the skin, as a part of what is below the skin
 * @param planarity of that gap
 * @param core residual in the core
 * @param inner residual below the skin from which on the particle reacts
 * @param skin residual in the skin
 */
public record ModeRule(Limit gap, Limit planarity, Limit core, Limit inner, Limit skin) {

    /** Chosen on the digital twin, see docs/lithiation-modes.md. */
    public static ModeRule defaults() {
        return new ModeRule(new Limit(0.02, 0.005), new Limit(0.4, 0.05), new Limit(0.2, 0.03), new Limit(0.2, 0.03),
            new Limit(0.85, 0.03));
    }

    /** Decides on a particle. */
    public ModeDecision decide(final ParticleEvolution particle, final ModeSelection selection) {
        final Shares onset = particle.steps().get(particle.onset(inner.value())).orElseThrow().shares();
        final Shares most = particle.steps().get(particle.decisive()).orElseThrow().shares();
        final double cracked = particle.gaps().map(this::cracked).orElse(0.0);
        final double network = core.above(onset.core());
        final double shell = Double.isNaN(most.skin()) ? inner.above(most.inner()) : skin.above(most.skin());
        final Map<LithiationMode, Double> memberships = new EnumMap<>(LithiationMode.class);
        memberships.put(LithiationMode.CRACKED, cracked);
        memberships.put(LithiationMode.NETWORK, (1 - cracked) * network);
        memberships.put(LithiationMode.CORE_SHELL, (1 - cracked) * (1 - network) * shell);
        memberships.put(LithiationMode.INACTIVE, (1 - cracked) * (1 - network) * (1 - shell));
        final LithiationMode best = memberships.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow().getKey();
        final double score = memberships.get(best);
        final String doubt = doubt(particle, score, selection);
        return new ModeDecision(doubt.isEmpty() ? best : LithiationMode.UNDECIDED, score, memberships,
            doubt.isEmpty() ? reason(best, particle, onset, most) : doubt);
    }

    private double cracked(final GapFeatures found) {
        return Double.isNaN(found.planarity()) ? 0 : gap.above(found.largest()) * planarity.above(found.planarity());
    }

    private static String doubt(final ParticleEvolution particle, final double score, final ModeSelection selection) {
        if (particle.isCut() && !selection.withCut()) {
            return "cut by the border";
        }
        if (particle.first().form().diameter() < selection.leastDiameter()) {
            return "smaller than " + selection.leastDiameter() + " µm";
        }
        return score < selection.leastScore() ? "score below " + selection.leastScore() : "";
    }

    private static String reason(final LithiationMode mode, final ParticleEvolution particle, final Shares onset,
        final Shares most) {
        return switch (mode) {
            case CRACKED -> String.format(Locale.ROOT, "%.1f %% plane gap at the first scan",
                100 * particle.gaps().orElseThrow().largest());
            case INACTIVE -> String.format(Locale.ROOT, "residual in %.1f %% of the skin, %.1f %% below it",
                100 * most.skin(), 100 * most.inner());
            default -> String.format(Locale.ROOT, "residual in %.1f %% of the core when %.1f %% below the skin",
                100 * onset.core(), 100 * onset.inner());
        };
    }
}
