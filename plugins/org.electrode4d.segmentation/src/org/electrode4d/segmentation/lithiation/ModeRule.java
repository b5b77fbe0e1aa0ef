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
 * <li>Does the residual reach the core? Then it is a network: {@code n = above(core share)}.
 * <li>Is there a shell? It is core-shell if there is residual below the skin, or if the skin is full of it:
 * {@code s = 1 - (1 - above(inner share)) (1 - above(skin share))}. Else it is inactive.
 * </ol>
 * Likelihoods are c (cracked), (1 - c) n (network), (1 - c) (1 - n) s (core-shell) and (1 - c) (1 - n) (1 - s)
 * (inactive). Residuals are those of the step at which the particle has most of them below the skin.
 *
 * <p>Häusler et al., EES Batteries (2026), told core-shell from other particles by eye, slice by slice; this is an
 * explicit rule for what they describe.
 *
 * @param gap the largest gap below the skin, as a part of what is below the skin
 * @param planarity of that gap
 * @param core residual in the core
 * @param inner residual below the skin
 * @param skin residual in the skin
 */
public record ModeRule(Limit gap, Limit planarity, Limit core, Limit inner, Limit skin) {

    /** Chosen on the digital twin, see docs/lithiation-modes.md. */
    public static ModeRule defaults() {
        return new ModeRule(new Limit(0.02, 0.005), new Limit(0.4, 0.05), new Limit(0.2, 0.03), new Limit(0.2, 0.03),
            new Limit(0.7, 0.05));
    }

    /** Decides on a particle. */
    public ModeDecision decide(final ParticleEvolution particle, final ModeSelection selection) {
        final ResidualFeatures features = particle.steps().get(particle.decisive()).orElseThrow();
        final double cracked = particle.gaps().map(this::cracked).orElse(0.0);
        final double network = core.above(features.shares().core());
        final double shell = 1 - (1 - inner.above(features.shares().inner())) * (1 - skinned(features.shares()));
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
            doubt.isEmpty() ? reason(best, particle, features.shares()) : doubt);
    }

    private double cracked(final GapFeatures found) {
        return Double.isNaN(found.planarity()) ? 0 : gap.above(found.largest()) * planarity.above(found.planarity());
    }

    private double skinned(final Shares shares) {
        return Double.isNaN(shares.skin()) ? 0 : skin.above(shares.skin());
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

    private static String reason(final LithiationMode mode, final ParticleEvolution particle, final Shares shares) {
        return switch (mode) {
            case CRACKED -> String.format(Locale.ROOT, "%.1f %% plane gap at the first scan",
                100 * particle.gaps().orElseThrow().largest());
            case INACTIVE -> String.format(Locale.ROOT, "residual in %.1f %% below the skin", 100 * shares.inner());
            default -> String.format(Locale.ROOT, "residual in %.1f %% of the core, %.1f %% below the skin",
                100 * shares.core(), 100 * shares.inner());
        };
    }
}
