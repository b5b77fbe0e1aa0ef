// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/** The material of a twin at one scan: carried along, strained, lithiated. */
final class TwinScan {

    private final ScanFrame frame;
    private final List<PlacedParticle> particles = new ArrayList<>();
    private final Point bubble;
    private final double bubbleRadius;
    private final double nonLithiated;

    TwinScan(final TwinSettings settings, final TwinMaterial material, final int scan) {
        frame = new ScanFrame(settings, material.layers(), scan);
        final TwinState state = settings.states().get(scan);
        final List<SiliconParticle> silicon = material.particles();
        final Matrix3[] stretches = new Matrix3[silicon.size()];
        final double[] growth = new double[silicon.size()];
        for (int i = 0; i < growth.length; i++) {
            stretches[i] = stretch(silicon.get(i), settings.particleStrain());
            growth[i] = stretches[i].determinant();
        }
        final LithiumUptake uptake = new LithiumUptake(silicon, growth);
        final double[] parts = uptake.parts(state.nonLithiated());
        nonLithiated = uptake.left(parts);
        for (int i = 0; i < growth.length; i++) {
            final Matrix3 toMaterial = frame.turn().times(stretches[i]).inverse();
            particles.add(new PlacedParticle(silicon.get(i), frame.place(silicon.get(i).centre()), toMaterial,
                silicon.get(i).body().mapped(toMaterial), silicon.get(i).level(parts[i])));
        }
        bubble = frame.place(material.bubble());
        bubbleRadius = state.bubble();
    }

    /** A part of the deformation gradient at the centre of a particle. */
    private Matrix3 stretch(final SiliconParticle particle, final double part) {
        final double[] f = frame.swelling().gradient(particle.centre());
        for (int i = 0; i < 9; i++) {
            f[i] = part * f[i] + (i % 4 == 0 ? 1 - part : 0);
        }
        return Matrix3.of(f);
    }

    ScanFrame frame() {
        return frame;
    }

    List<PlacedParticle> particles() {
        return particles;
    }

    /** Middle of the gas bubble, µm from the corner of the view. */
    Point bubble() {
        return bubble;
    }

    /** µm; 0 for no bubble. */
    double bubbleRadius() {
        return bubbleRadius;
    }

    /** Volume of the silicon without lithium over that at the first scan. */
    double nonLithiated() {
        return nonLithiated;
    }
}
