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
 * <li>Does it take up lithium? If there is residual below the skin, or the skin is full of it:
 * {@code a = 1 - (1 - above(inner share)) (1 - above(skin share))}. If not, it is inactive.
 * <li>Does the residual reach the core? Then it is a network, else core-shell: {@code n = above(core share)}.
 * </ol>
 * Likelihoods are c (cracked), (1 - c)(1 - a) (inactive), (1 - c) a n (network) and (1 - c) a (1 - n) (core-shell).
 * Residuals are those of the step at which the particle has most of them below the skin.
 *
 * <p>Häusler et al., EES Batteries (2026), told core-shell from other particles by eye, slice by slice; this is an
 * explicit rule for what they describe.
 *
 * @param gap the largest gap below the skin, as a part of what is below the skin
 * @param planarity of that gap
 * @param inner residual below the skin
 * @param skin residual in the skin
 * @param core residual in the core
 */
public record ModeRule(Limit gap, Limit planarity, Limit inner, Limit skin, Limit core) {

    /** Chosen on the digital twin, see docs/lithiation-modes.md. */
    public static ModeRule defaults() {
        return new ModeRule(new Limit(0.02, 0.005), new Limit(0.4, 0.05), new Limit(0.04, 0.01), new Limit(0.8, 0.03),
            new Limit(0.08, 0.015));
    }

    /** Decides on a particle. */
    public ModeDecision decide(final ParticleEvolution particle, final ModeSelection selection) {
        final ResidualFeatures features = particle.steps().get(particle.decisive()).orElseThrow();
        final double cracked = particle.gaps().map(this::cracked).orElse(0.0);
        final double active = 1 - (1 - inner.above(features.shares().inner())) * (1 - skinned(features.shares()));
        final double network = core.above(features.shares().core());
        final Map<LithiationMode, Double> memberships = new EnumMap<>(LithiationMode.class);
        memberships.put(LithiationMode.CRACKED, cracked);
        memberships.put(LithiationMode.INACTIVE, (1 - cracked) * (1 - active));
        memberships.put(LithiationMode.NETWORK, (1 - cracked) * active * network);
        memberships.put(LithiationMode.CORE_SHELL, (1 - cracked) * active * (1 - network));
        final LithiationMode best = memberships.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow().getKey();
        final double score = memberships.get(best);
        final String doubt = doubt(features.form(), score, selection);
        return new ModeDecision(doubt.isEmpty() ? best : LithiationMode.UNDECIDED, score, memberships,
            doubt.isEmpty() ? reason(best, particle, features.shares()) : doubt);
    }

    private double cracked(final GapFeatures found) {
        return Double.isNaN(found.planarity()) ? 0 : gap.above(found.largest()) * planarity.above(found.planarity());
    }

    private double skinned(final Shares shares) {
        return Double.isNaN(shares.skin()) ? 0 : skin.above(shares.skin());
    }

    private static String doubt(final ParticleForm form, final double score, final ModeSelection selection) {
        if (form.isCut() && !selection.withCut()) {
            return "cut by the border";
        }
        if (form.diameter() < selection.leastDiameter()) {
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
