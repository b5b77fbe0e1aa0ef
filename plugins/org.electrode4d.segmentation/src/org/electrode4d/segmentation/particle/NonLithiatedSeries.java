// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;

/**
 * The relative non-lithiated volume of particles over the steps of a series, after Häusler et al., EES Batteries
 * (2026), Fig. 2 c:
 *
 * <p>{@code RNL = 100 % V(step) / V(reference)} with the volume V of silicon that still has the contrast of pristine
 * silicon. That a particle loses contrast does not mean that it shrinks: lithiated silicon swells and looks like what
 * is around it.
 *
 * <p>Particles are taken into mean and total of a step where they have non-lithiated volume in the reference and were
 * found in the step; those that the volume cuts in either can be left out, because expansion moves them through its
 * border. A particle that was not found is missing, not 0.
 */
public final class NonLithiatedSeries {

    private final NonLithiatedStep reference;
    private final Selection selection;

    /**
     * Which particles count.
     *
     * @param leastVolume of the non-lithiated phase in the reference, in µm³
     * @param withBorder whether particles that the volume cuts count
     * @param lostAreLithiated whether particles that are not found count as 0 instead of not at all
     */
    public record Selection(double leastVolume, boolean withBorder, boolean lostAreLithiated) {
    }

    /**
     * A particle in a step.
     *
     * @param particle name in the reference
     * @param amount what there is in the step; empty where it was not found
     * @param relative RNL in %; NaN where it was not found
     * @param counts whether it takes part in the summary
     */
    public record Part(int particle, Optional<NonLithiatedStep.Amount> amount, double relative, boolean counts) {
    }

    /**
     * All particles in a step; NaN where there are none, or too few.
     *
     * @param particles how many count
     * @param lost how many that would count were not found
     * @param volume of their non-lithiated phase, in µm³
     * @param total RNL in %: their volume against that of the same particles in the reference
     * @param mean of the RNL of particles, each counting the same, in %
     * @param standardDeviation of the RNL of particles, with n - 1 in the denominator, in %
     */
    public record Summary(int particles, int lost, double volume, double total, double mean,
        double standardDeviation) {
    }

    /** @throws SegmentationException if the reference has no particle with non-lithiated volume */
    public NonLithiatedSeries(final NonLithiatedStep reference, final Selection selection) {
        this.reference = reference;
        this.selection = selection;
        if (reference.particles().values().stream().noneMatch(amount -> amount.volume() > 0)) {
            throw new SegmentationException("None of the " + reference.particles().size() + " particles of the "
                + "reference scan has non-lithiated volume, to which the others could be related. Check the "
                + "volume, the label or the threshold that tells what is not lithiated.");
        }
    }

    /** The particles of the reference in a step, in the order of their names. */
    public List<Part> parts(final NonLithiatedStep step) {
        final List<Part> parts = new ArrayList<>();
        new TreeMap<>(reference.particles()).forEach((name, before) -> {
            final Optional<NonLithiatedStep.Amount> now = Optional.ofNullable(step.particles().get(name));
            final boolean cut = before.touchesBorder() || now.map(NonLithiatedStep.Amount::touchesBorder).orElse(false);
            final boolean eligible = before.volume() > 0 && before.volume() >= selection.leastVolume()
                && (selection.withBorder() || !cut);
            final double volume = now.map(NonLithiatedStep.Amount::volume)
                .orElse(selection.lostAreLithiated() ? 0 : Double.NaN);
            parts.add(new Part(name, now, before.volume() > 0 ? 100 * volume / before.volume() : Double.NaN,
                eligible));
        });
        return parts;
    }

    /** Sums up the parts of a step. */
    public Summary summary(final List<Part> parts) {
        final List<Part> counting = parts.stream().filter(part -> part.counts() && !Double.isNaN(part.relative()))
            .toList();
        final int lost = (int)parts.stream().filter(part -> part.counts() && part.amount().isEmpty()).count();
        final double before = counting.stream()
            .mapToDouble(part -> reference.particles().get(part.particle()).volume()).sum();
        final double volume = counting.stream()
            .mapToDouble(part -> part.amount().map(NonLithiatedStep.Amount::volume).orElse(0.0)).sum();
        final double mean = counting.stream().mapToDouble(Part::relative).average().orElse(Double.NaN);
        final double squares = counting.stream().mapToDouble(part -> (part.relative() - mean)
            * (part.relative() - mean)).sum();
        return new Summary(counting.size(), lost, counting.isEmpty() ? Double.NaN : volume, 100 * volume / before,
            mean, counting.size() < 2 ? Double.NaN : Math.sqrt(squares / (counting.size() - 1)));
    }
}
