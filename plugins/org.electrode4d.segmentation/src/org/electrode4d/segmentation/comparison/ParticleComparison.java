// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * What the particles that count have in common.
 *
 * @param particles all that were matched
 * @param scans how many scans there are; the first is the reference
 */
public record ParticleComparison(List<ComparedParticle> particles, int scans) {

    private static final double HIGH = 0.95;

    /**
     * A quantity as it is and as it was measured; NaN where there is nothing to tell.
     *
     * @param truth of the particles that count
     * @param measured of the same particles
     */
    public record Pair(double truth, double measured) {
    }

    /**
     * How far trajectories are off, µm.
     *
     * @param within part of the trajectories that are off by no more than the tolerance, 0 to 1
     */
    public record Errors(int particles, double median, double high, double largest, double within) {
    }

    /** All particles that are whole at the first scan. */
    public List<ComparedParticle> counted() {
        return particles.stream().filter(ComparedParticle::counts).toList();
    }

    /** Errors at a scan. */
    public Errors errors(final int scan, final double tolerance) {
        return errors(counted().stream().mapToDouble(particle -> particle.error(scan)), tolerance);
    }

    /** Errors of all scans after the first together. */
    public Errors errors(final double tolerance) {
        return errors(IntStream.range(1, scans).boxed().flatMapToDouble(
            scan -> counted().stream().mapToDouble(particle -> particle.error(scan))), tolerance);
    }

    private static Errors errors(final DoubleStream all, final double tolerance) {
        final double[] errors = all.filter(Double::isFinite).sorted().toArray();
        final double within = Arrays.stream(errors).filter(error -> error <= tolerance).count();
        return new Errors(errors.length, OrderStatistics.quantile(errors, 0.5), OrderStatistics.quantile(errors, HIGH),
            OrderStatistics.quantile(errors, 1), within / errors.length);
    }

    /** Volume of all particles that count at a scan, µm³. */
    public Pair volume(final int scan) {
        return new Pair(sum(scan, particle -> particle.trueVolume(scan)),
            sum(scan, particle -> particle.measuredVolume(scan)));
    }

    /** The same over the volume that these particles had at the first scan: the relative non-lithiated volume. */
    public Pair relativeVolume(final int scan) {
        final Pair now = volume(scan);
        return new Pair(now.truth / sum(scan, particle -> particle.trueVolume(0)),
            now.measured / sum(scan, particle -> particle.measuredVolume(0)));
    }

    private double sum(final int scan, final ToDoubleFunction<ComparedParticle> volume) {
        return particles.stream().filter(particle -> particle.counts(scan)).mapToDouble(volume).sum();
    }

    /**
     * Mean displacement along z of the particles that were at one end of the electrode at the first scan, µm.
     *
     * @param part of all particles, 0 to 1; one particle at least
     * @param atLargeZ which end
     */
    public Pair displacement(final int scan, final double part, final boolean atLargeZ) {
        final Comparator<ComparedParticle> byDepth =
            Comparator.comparingDouble(particle -> particle.truth().get(0).orElseThrow().centre().z());
        final List<ComparedParticle> known = particles.stream().filter(particle -> !Double.isNaN(particle.error(scan)))
            .sorted(atLargeZ ? byDepth.reversed() : byDepth).toList();
        final List<ComparedParticle> end = known.subList(0, (int)Math.ceil(part * known.size()));
        return new Pair(
            end.stream().mapToDouble(p -> p.trueDisplacement(scan).orElseThrow().z()).average().orElse(Double.NaN),
            end.stream().mapToDouble(p -> p.measuredDisplacement(scan).orElseThrow().z()).average()
                .orElse(Double.NaN));
    }
}
