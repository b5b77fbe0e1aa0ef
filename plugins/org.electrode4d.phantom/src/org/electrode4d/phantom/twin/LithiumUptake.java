// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.List;

/**
 * How much of each particle is lithiated at a state: so much that what is left of all silicon in view has the volume
 * that the state asks for.
 */
final class LithiumUptake {

    /** No particle loses its core. */
    private static final double MOST = 0.85;
    private static final int HALVINGS = 50;

    private final List<SiliconParticle> particles;
    private final double[] growth;

    /** @param growth volume of each particle's material at the state over that at the first scan */
    LithiumUptake(final List<SiliconParticle> particles, final double[] growth) {
        this.particles = particles;
        this.growth = growth;
    }

    /**
     * Part of each particle's silicon that is lithiated.
     *
     * @param nonLithiated volume of the rest of all, over that at the first scan; a larger one than the particles have
     *     without lithium leaves all without
     */
    double[] parts(final double nonLithiated) {
        double low = 0;
        double high = 2;
        for (int i = 0; i < HALVINGS; i++) {
            final double middle = (low + high) / 2;
            if (left(all(middle)) > nonLithiated) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return all(low);
    }

    /** Volume without lithium over the volume of all silicon at the first scan. */
    double left(final double[] parts) {
        double left = 0;
        double all = 0;
        for (int i = 0; i < growth.length; i++) {
            final double silicon = particles.get(i).siliconInView();
            left += silicon * growth[i] * (1 - parts[i]);
            all += silicon;
        }
        return left / all;
    }

    private double[] all(final double amount) {
        return particles.stream()
            .mapToDouble(particle -> Math.min(MOST, amount * particle.reaction().eagerness())).toArray();
    }
}
