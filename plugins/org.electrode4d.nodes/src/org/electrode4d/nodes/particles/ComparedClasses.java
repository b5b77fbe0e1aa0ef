// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;
import java.util.Optional;

import org.electrode4d.segmentation.comparison.ComparedParticle;

/**
 * Classes of particles as measured and as they are.
 *
 * @param measuredClasses by the measured numbers
 * @param trueClasses by the true numbers, with the equivalent diameters in µm
 */
record ComparedClasses(ParticleClasses measuredClasses, ParticleClasses trueClasses) {

    Optional<String> measured(final ComparedParticle particle) {
        return Optional.ofNullable(measuredClasses.names().get(particle.match().measured()));
    }

    Optional<String> truth(final ComparedParticle particle) {
        return Optional.ofNullable(trueClasses.names().get(particle.match().truth()));
    }

    /** µm; NaN where it is not known. */
    double diameter(final ComparedParticle particle) {
        return trueClasses.numbers().getOrDefault(particle.match().truth(), Double.NaN);
    }

    /** Whether the measured class is the true one; empty where either has none. */
    Optional<Boolean> isRight(final ComparedParticle particle) {
        return measured(particle).flatMap(name -> truth(particle).map(name::equals));
    }

    /** Part of the particles with both classes whose class is right; NaN where there are none. */
    double rightPart(final List<ComparedParticle> particles) {
        return particles.stream().flatMap(particle -> isRight(particle).stream()).mapToInt(right -> right ? 1 : 0)
            .average().orElse(Double.NaN);
    }
}
