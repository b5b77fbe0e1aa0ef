// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.phantom.twin.DigitalTwin;
import org.electrode4d.phantom.twin.LithiationMode;
import org.electrode4d.phantom.twin.ParticleTruth;
import org.electrode4d.phantom.twin.TwinTruth;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;

/**
 * What is true of a digital twin, scan by scan.
 *
 * @param electrode of every scan
 * @param particles of every scan, in the order of their numbers
 */
record TwinTruths(DigitalTwin twin, List<TwinTruth> electrode, List<List<ParticleTruth>> particles) {

    /** Counts all particles in all scans. */
    static TwinTruths of(final DigitalTwin twin, final Progress progress) {
        final TwinTruths truths = new TwinTruths(twin, new ArrayList<>(), new ArrayList<>());
        for (int scan = 0; scan < twin.scans(); scan++) {
            final Progress part = progress.part(scan / (double)twin.scans(), (scan + 1.0) / twin.scans());
            part.report(0, "Counting the particles of " + truths.step(scan));
            truths.electrode.add(twin.truth(scan, part.part(0, 0.1)));
            truths.particles.add(twin.particleTruths(scan, part.part(0.1, 1)));
        }
        return truths;
    }

    String step(final int scan) {
        return twin.settings().states().get(scan).step();
    }

    /** The centre of mass of a particle where the scans are aligned on the first one, µm. */
    Point alignedCentre(final int scan, final ParticleTruth particle) {
        final VoxelSize size = VoxelSize.isotropic(twin.settings().voxelSize());
        return Double.isFinite(particle.centre().norm())
            ? twin.stage(scan).inverse(particle.centre().dividedBy(size)).times(size) : particle.centre();
    }

    /** Whether the particle of an index is in the first scan and in another, and the border cuts it in neither. */
    private boolean isWhole(final int index, final int scan) {
        final ParticleTruth first = particles.get(0).get(index);
        return first.nonLithiated() > 0 && !first.atBorder() && !particles.get(scan).get(index).atBorder();
    }

    private List<Integer> whole(final int scan) {
        return IntStream.range(0, particles.get(0).size()).filter(index -> isWhole(index, scan)).boxed().toList();
    }

    /** Non-lithiated volume of all whole particles over that at the first scan. */
    double relativeNonLithiated(final int scan) {
        return sum(scan, particles.get(scan)) / sum(scan, particles.get(0));
    }

    private double sum(final int scan, final List<ParticleTruth> truths) {
        return whole(scan).stream().mapToDouble(index -> truths.get(index).nonLithiated()).sum();
    }

    /**
     * Mean displacement along z, away from the collector, of the whole particles nearest to one end of the electrode at
     * the first scan, µm.
     *
     * @param part of all whole particles, 0 to 1
     */
    double displacement(final int scan, final double part, final boolean atSeparator) {
        final ToDoubleFunction<Integer> depth = index -> particles.get(0).get(index).centre().z();
        final Comparator<Integer> byDepth = Comparator.comparingDouble(depth);
        final List<Integer> known = whole(scan).stream()
            .filter(index -> particles.get(scan).get(index).nonLithiated() > 0)
            .sorted(atSeparator ? byDepth.reversed() : byDepth).toList();
        return known.subList(0, (int)Math.ceil(part * known.size())).stream().mapToDouble(index ->
            alignedCentre(scan, particles.get(scan).get(index)).z() - depth.applyAsDouble(index)).average()
            .orElse(Double.NaN);
    }

    /** Share of a mode among the whole particles of the first scan with at least a diameter, by number. */
    double share(final LithiationMode mode, final double leastDiameter) {
        return whole(0).stream().map(index -> twin.particle(particles.get(0).get(index).number()))
            .filter(particle -> particle.diameter() >= leastDiameter)
            .mapToInt(particle -> particle.mode() == mode ? 1 : 0).average().orElse(Double.NaN);
    }
}
