// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * The grains of an ageing phantom when pristine, also those beyond its border that reach into it: graphite, scaled so
 * that it fills the wanted part of space, and particles of silicon compound, as many as fill theirs, with their centres
 * outside of the graphite.
 */
final class AgeingGrains {

    private static final long GRAPHITE = 0x67726170L;
    private static final long SILICON = 0x73696c69L;
    private static final long POINTS = 0x706f696eL;
    /** What part of space the spheres about grains fill at most; places are hard to find beyond. */
    private static final double DENSEST = 0.28;
    /** What a grain fills of its sphere on average. */
    private static final double GRAIN_SHARE = 0.74;
    /** Spheres are packed for so many grains more than are wanted, so that chance does not make them too few. */
    private static final double SPARE = 1.2;
    /** A particle of silicon compound sinks into graphite by no more than half, however it touches. */
    private static final double CLEARANCE = 1.15;

    private final AgeingSettings settings;
    private final List<Grain> graphite;
    private final List<BreakingParticle> silicon = new ArrayList<>();

    AgeingGrains(final AgeingSettings settings, final Progress progress) {
        this.settings = settings;
        final List<Grain> packed = packed(settings.graphite(), ElectrodePhase.GRAPHITE, 1, progress);
        final double scale = Math.cbrt(1 / share(packed, settings.graphite()));
        graphite = packed.stream().map(grain -> grain.at(Deformations.identity(), 0, scale, 1)).toList();
        final double room = 1 - Math.pow(CLEARANCE, 3) * settings.graphite().fraction();
        final List<Grain> between = new ArrayList<>();
        for (final Grain grain : packed(settings.silicon(), ElectrodePhase.SILICON, room, progress)) {
            progress.check();
            if (graphite.stream().noneMatch(other -> isInside(other, grain.centre()))) {
                between.add(grain);
            }
        }
        final double kept = 1 / share(between, settings.silicon());
        for (final Grain grain : between) {
            final CounterRandom random = CounterRandom.of(settings.seed(), POINTS, grain.label());
            if (random.uniform(-1) < kept) {
                silicon.add(new BreakingParticle(grain, random));
            }
        }
    }

    List<Grain> graphite() {
        return graphite;
    }

    List<BreakingParticle> silicon() {
        return silicon;
    }

    /** The number of a particle's first piece; the others follow. Graphite grains are numbered from 1 before them. */
    int firstPiece(final int particle) {
        return graphite.size() + particle * AgeingLaw.MOST_PIECES + 1;
    }

    /** @param room part of space in which the grains may lie */
    private List<Grain> packed(final GrainPopulation population, final ElectrodePhase phase, final double room,
        final Progress progress) {
        final List<Grain> grains = new ArrayList<>();
        if (population.fraction() > 0) {
            final long margin = margin(population);
            final Point origin = new Point(margin, margin, margin);
            final double solid = Math.min(DENSEST, SPARE * population.fraction() / (GRAIN_SHARE * room));
            final long stream = phase == ElectrodePhase.GRAPHITE ? GRAPHITE : SILICON;
            final SpherePacking packing = new SpherePacking(
                population.texture(settings.seed() ^ stream, settings.voxelSize(), solid));
            new Particles(packing, grown(margin), progress).forEach(sphere -> grains.add(Grain.in(
                new Particle(sphere.label(), sphere.centre().minus(origin), sphere.radius()), phase,
                CounterRandom.of(settings.seed(), stream, sphere.label()))));
        }
        return grains;
    }

    /** How far beyond the border a grain can lie and still matter, voxels. */
    private long margin(final GrainPopulation population) {
        return (long)Math.ceil(BreakingParticle.ENVELOPE * population.maxRadius() / settings.voxelSize()) + 1;
    }

    private Shape grown(final long margin) {
        final Shape shape = settings.shape();
        return new Shape(shape.x() + 2 * margin, shape.y() + 2 * margin, shape.z() + 2 * margin);
    }

    /** Volume of the grains over what is wanted. */
    private double share(final List<Grain> grains, final GrainPopulation population) {
        final double wanted = population.fraction() * grown(margin(population)).voxels();
        return wanted == 0 ? 1 : grains.stream().mapToDouble(Grain::volume).sum() / wanted;
    }

    private static boolean isInside(final Grain grain, final Point point) {
        final Point d = point.minus(grain.centre());
        return Math.abs(d.x()) < CLEARANCE * grain.reach()
            && grain.measure(d.x(), d.y(), d.z()) < CLEARANCE * CLEARANCE;
    }
}
